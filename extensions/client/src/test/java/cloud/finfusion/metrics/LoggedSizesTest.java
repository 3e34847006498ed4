package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RawServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A call that is logged at TRACE comes to the same as one that is not. */
class LoggedSizesTest {
  @Test
  @DisplayName("E4 long runs of digits, and a body that breaks off or never ends, change no call")
  void changesNoCall() throws Exception {
    CapturedLog.of(Program.class);
  }

  /**
   * Pays with long digits on both sides; then the response of a declined payment is cut, or hangs.
   */
  public static final class Program implements Runnable {
    private static final String DIGITS = "4242424242424242".repeat(400);
    private static final String CUT =
        "HTTP/1.1 402 No\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";

    @Override
    public void run() {
      CapturedLog.atTrace();
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        pays(mode);
        isDeclined(mode);
        isDeclinedWithoutEnd(mode);
      }
      assertThat(CapturedLog.lines())
          .hasSizeGreaterThanOrEqualTo(12)
          .noneMatch(line -> line.contains("42424242") || line.contains("\u202e"))
          .noneMatch(line -> line.contains("\n") || line.contains("\u001b"));
    }

    private static void pays(BlockingOrAsync mode) {
      try (FakeServer server = new FakeServer();
          Calls calls = new Calls(TestClients.of(server).build(), mode)) {
        server.responds(
            FakeServer.response(
                    200, Samples.PAYMENT.replaceFirst("\\{", "{\"x\":\"" + DIGITS + "\","))
                .addHeader("X-Request-Id", DIGITS)
                .addHeader("Date", DIGITS)
                .build());
        Map<String, String> metadata = Map.of("n", DIGITS, "o", "a\u202e\u001b\u2028b\n");

        calls.pay(Samples.payment().toBuilder().metadata(metadata).build(), CallOptions.none());

        assertThat(server.requests()).hasSize(1);
      }
    }

    private static void isDeclined(BlockingOrAsync mode) {
      try (RawServer server = RawServer.closing(CUT.getBytes(StandardCharsets.UTF_8))) {
        isDeclined(server.uri(), mode);
      } catch (IOException closing) {
        throw new AssertionError(closing);
      }
    }

    private static void isDeclinedWithoutEnd(BlockingOrAsync mode) {
      try (SocketServer server = SocketServer.plain((connection, n) -> connection.write(CUT))) {
        isDeclined(server.uri(), mode);
      } catch (IOException closing) {
        throw new AssertionError(closing);
      }
    }

    private static void isDeclined(URI server, BlockingOrAsync mode) {
      CallOptions brief = CallOptions.builder().timeout(Duration.ofMillis(500)).build();
      try (FinFusion client =
          TestOptions.time(
                  FinFusion.builder().apiKey(Samples.KEY).baseUrl(server), FakeTime.flowing())
              .build()) {
        PaymentDeclinedException declined =
            catchThrowableOfType(
                PaymentDeclinedException.class,
                () -> new Calls(client, mode).pay(Samples.payment(), brief));
        assertThat(declined.attempts()).isEqualTo(1);
      }
    }
  }
}
