package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Readme TABLE = new Readme(Path.of("README.md"), "table");

  @Test
  void replacesWhatStandsBetweenTheComments() {
    assertThat(TABLE.replace("a\n<!-- begin table -->\nold\n<!-- end table -->\nz\n", "new\n"))
        .isEqualTo("a\n<!-- begin table -->\nnew\n<!-- end table -->\nz\n");
  }

  @Test
  void namesTheFileAndTheCommentThatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TABLE.replace("a\n<!-- begin table -->\n", "new\n"))
        .withMessage("README.md has no comment: end table");
  }
}
