package cloud.finfusion.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a call adds may be a secret: no value of it is logged or shown to listeners. */
class AddedAndLoggedTest {
  @Test
  void theLogHasTheNamesOnly() throws Exception {
    CapturedLog.of(Program.class);
  }

  /** Adds secrets of unknown form under unknown names, to a call that fails too. */
  public static final class Program implements Runnable {
    @Override
    public void run() {
      CapturedLog.atTrace();
      CallOptions options =
          CallOptions.builder()
              .header("X-Gateway", "CANARY-1")
              .queryParameter("partner", "CANARY-2")
              .bodyField("voucher", "CANARY-3")
              .bodyField("extra", Map.of("CANARY-4", "CANARY-5"))
              .build();
      RecordingListener listener = new RecordingListener();
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        try (FakeServer server = new FakeServer();
            Calls calls =
                new Calls(TestClients.of(server).retries(1).listener(listener).build(), mode)) {
          server.responds(FakeServer.status(503));
          assertThatThrownBy(() -> calls.pay(Samples.payment(), options))
              .hasCauseInstanceOf(ServerException.class)
              .hasMessageNotContaining("CANARY");
          assertThat(server.headers("X-Gateway")).containsOnly("CANARY-1");
        }
      }
      String log = String.join("\n", CapturedLog.lines());
      assertThat(log)
          .contains("X-Gateway=***", "partner=***", "\"voucher\":\"***\"", "\"extra\":\"***\"")
          .doesNotContain("CANARY");
      assertThat(listener.calls().toString() + listener.attempts()).doesNotContain("CANARY");
    }
  }
}
