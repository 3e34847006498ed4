package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLimitsTest {
  @TempDir Path folder;

  @Test
  void longNamesAndFilesAreProblemsUnlessGenerationNamedTheFile() throws IOException {
    write("A".repeat(60), 2000);
    write("B".repeat(61), 1);
    write("Wide", 2001);
    write("Wider", 2001);

    assertThat(
            SourceLimits.problems(
                new Sources(folder),
                List.of("Wider: 200 properties, so that its file may have more than 2,000 lines")))
        .containsExactly("B".repeat(61) + ": a name of 61 letters", "Wide: a file of 2001 lines");
  }

  private void write(String name, int lines) throws IOException {
    Path file = new Sources(folder).model(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "\n".repeat(lines));
  }
}
