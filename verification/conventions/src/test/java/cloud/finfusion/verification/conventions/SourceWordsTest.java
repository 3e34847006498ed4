package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;

/** Where an old word is found, and where a word is left alone. */
class SourceWordsTest {
  @Test
  void anOldWordIsFoundInANameAndInJavadocButNotInATerm() throws IOException {
    String source =
        """
        /** Keeps the answers
         * of reads. */
        class AnswerCache {
          /** Reads in
           * flight. */
          int inFlight;
          int roundTripNanos;
          long gateway;

          void landed(String note) {
            String told = "an answer, told";
          }

          /** A type with a name of its own. */
          enum Mode {}
        }
        """;

    assertThat(SourceWords.in(List.of(new Source(source))))
        .extracting(SourceWords.Finding::toString)
        .containsExactly(
            "/Sample.java:3: \"answer\" in \"AnswerCache\", use: response, respond",
            "/Sample.java:3: \"answers\" in \"Keeps the answers\", use: response, respond",
            "/Sample.java:10: \"landed\", use: complete",
            "/Sample.java:11: \"told\", use: notified",
            "/Sample.java:15: \"Mode\", use: BlockingOrAsync");
  }

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
