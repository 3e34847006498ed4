package cloud.finfusion.sandbox.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line program takes options and explains wrong ones. */
class MainTest {
  @Test
  void portAndKeyAreSet() {
    try (Sandbox sandbox = Main.builder(List.of("--port", "0", "--api-key", "dev_mine")).start()) {
      assertThat(sandbox.apiKey()).isEqualTo("dev_mine");
    }
  }

  @Test
  void helpListsTheOptions() throws InterruptedException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Main.run(List.of("--port", "0", "--help"), new PrintStream(printed, true, UTF_8));

    assertThat(printed.toString(UTF_8)).contains("--port N", "--api-key KEY", "--help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1       | Unknown option --prot.",
        "--port         | --port needs a value.",
        "--port x       | A port is a number, not x",
        "--port 70000   | A port is 0 to 65535, not 70000",
        "--api-key sk_1 | A key of the sandbox begins with dev_"
      })
  void aBadArgumentIsOneClearSentence(String arguments, String sentence) {
    assertThatThrownBy(() -> Main.builder(List.of(arguments.split(" ", -1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
