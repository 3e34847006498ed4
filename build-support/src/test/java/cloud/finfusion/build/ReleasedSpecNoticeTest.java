package cloud.finfusion.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line is there when the specification differs, and only then. */
class ReleasedSpecNoticeTest {
  @TempDir Path spec;

  @BeforeEach
  void released() throws Exception {
    Files.writeString(spec.resolve("released.yaml"), "# released in 0.1.0\nopenapi: 3.0.3\n");
  }

  @Test
  void asReleased() throws Exception {
    Files.writeString(spec.resolve("finfusion.yaml"), "openapi: 3.0.3\n");

    assertThat(ReleasedSpecNotice.of(spec)).isEmpty();
  }

  @Test
  void aWordMore() throws Exception {
    Files.writeString(spec.resolve("finfusion.yaml"), "openapi: 3.0.3 # more\n");

    assertThat(ReleasedSpecNotice.of(spec))
        .hasValueSatisfying(line -> assertThat(line).endsWith("mvn -q -Drun=spec-diff"));
  }
}
