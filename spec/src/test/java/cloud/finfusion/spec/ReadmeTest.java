package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * README.md tells of the specification as it is; {@code -Dspec.readme=write} rewrites its tables.
 */
class ReadmeTest {
  private static final Path README = Spec.FOLDER.resolve("README.md");
  private static final String BEGIN = "<!-- tables: begin -->\n";
  private static final String END = "<!-- tables: end -->";

  @Test
  void tablesAreThoseOfTheSpecification() throws IOException {
    String before = Files.readString(README).replace("\r\n", "\n");
    assertThat(before).contains(BEGIN, END);
    int begin = before.indexOf(BEGIN) + BEGIN.length();
    int end = before.indexOf(END);
    String expected =
        before.substring(0, begin)
            + new ReadmeTables(Spec.BUNDLED).markdown()
            + before.substring(end);
    if (System.getProperty("spec.readme", "").equals("write")) {
      Files.writeString(README, expected);
    } else {
      assertThat(before)
          .as("out of date; write it again with: mvn -q -pl spec test -Dspec.readme=write")
          .isEqualTo(expected);
    }
  }
}
