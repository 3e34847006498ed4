package cloud.finfusion.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The URL of the console that the program prints opens it, whatever it listens on. */
class StartTextTest {
  private static final Pattern CONSOLE = Pattern.compile("console at (http://(\\S+):\\d+/)\\R");

  @ParameterizedTest
  @CsvSource({"0.0.0.0, localhost", "127.0.0.1, 127.0.0.1", "localhost, localhost"})
  void theConsoleOpensAtTheUrlThatIsPrinted(String listensOn, String printed) {
    try (Sandbox sandbox = Sandbox.builder().host(listensOn).allowRemote().start()) {
      Matcher console = CONSOLE.matcher(new StartText(sandbox).toString());

      assertThat(console.find()).isTrue();
      assertThat(console.group(2)).isEqualTo(printed);
      URI url = URI.create(console.group(1)).resolve("/_sandbox/state");
      assertThat(Caller.send(HttpRequest.newBuilder(url)).statusCode()).isEqualTo(200);
    }
  }
}
