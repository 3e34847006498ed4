package cloud.finfusion.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in for the strict mode of Gson refuses the same documents, at the same places. */
@DisplayName("fault I: an older Gson")
class StrictJsonTest {
  private static final String DOCUMENT =
      "{\"a\":[true,false,null,-1.5E+3,{\"b\":\"\\u00e9\\n\\\"\\\\ TRUE \"}],\"c\":{}}";
  private static final String CHARACTERS = "\"\\'{}[]:,;#/ \n\t\u0000\u001fTFNEeu0g-+.tn\ufeff";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "TRUE",
        "tRUE",
        "nulL",
        "[False]",
        "1E5",
        "1e5",
        "1.E5",
        "E5",
        "\"E\"",
        "\"\u001f\"",
        "\"\t\"",
        "[1,\"a\nb\"]",
        "\"\\\n\"",
        "\"\\'\"",
        "\"\\\\'\"",
        "\"\\",
        "\"open",
        "",
        "\"\u007f\"",
        "{\"A\":1}",
        "{\"a\":\"B\",\"c\":TRUE}",
        "{\"\n\":1}",
        "[1] [2]",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\\u",
        "[\"\\u00E9\",TRUE]",
        "NaN",
        "Infinity",
        "'a'"
      })
  void theSameDocumentsAreRefused(String document) {
    assertSame(document);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 254, 255, 256, 100_000})
  void theSameNestingIsRefused(int depth) {
    assertSame("[".repeat(depth) + "]".repeat(depth));
    assertSame("[[]," + "{\"a\":".repeat(depth - 1) + "1" + "}".repeat(depth - 1) + "]");
    assertSame("[\"" + "[".repeat(depth) + "\"]");
  }

  /** A repetition's number is its seed. */
  @RepeatedTest(300)
  void theSameChangesAreRefused(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder changed = new StringBuilder(DOCUMENT);
    for (int i = 0; i <= random.nextInt(2); i++) {
      char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      changed.setCharAt(random.nextInt(changed.length()), other);
    }
    assertSame(changed.toString());
  }

  private static void assertSame(String document) {
    assertThat(read(StrictJson::checked, document))
        .as(document)
        .isEqualTo(read(StrictJson::reader, document));
  }

  /** The value; or where it was refused. */
  private static String read(Function<String, JsonReader> readers, String document) {
    JsonReader in = readers.apply(document);
    try {
      JsonElement value = TreeAdapter.INSTANCE.read(in);
      return in.peek() == JsonToken.END_DOCUMENT ? value.toString() : "more";
    } catch (IOException | UnreadableJsonException refused) {
      return "refused at " + in.getPath();
    }
  }
}
