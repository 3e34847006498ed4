package cloud.finfusion.examples.monitored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The program in a process of its own: what it prints last, and its exit code. */
class ProgramTest {
  private static final int TERMINATED = 128 + 15;

  private static Process started(String... arguments) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            Monitored.class.getName());
    command.command().addAll(List.of(arguments));
    return command.redirectErrorStream(true).start();
  }

  private static String rest(BufferedReader lines) {
    return lines.lines().collect(Collectors.joining("\n"));
  }

  @Test
  void aProgramThatIsStoppedPrintsWhatItCounted() throws Exception {
    Process process = started("0", "0");
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      assertThat(lines.readLine()).startsWith("Prometheus reads http://").endsWith("Ctrl-C.");

      process.toHandle().destroy(); // as Ctrl-C, but that the code of that is 130

      assertThat(rest(lines)).contains("client shop").doesNotContain("Exception");
      assertThat(process.waitFor()).isEqualTo(TERMINATED);
    }
  }

  @Test
  void wrongSettingsAreOneSentence() throws Exception {
    Process process = started("abc", "0");
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      assertThat(rest(lines))
          .isEqualTo("monitored: port: expected a number from 0 to 65535, got abc");
      assertThat(process.waitFor()).isEqualTo(2);
    }
  }
}
