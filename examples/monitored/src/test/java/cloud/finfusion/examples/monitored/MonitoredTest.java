package cloud.finfusion.examples.monitored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** The example, for a moment. */
class MonitoredTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String printed(int port) throws InterruptedException {
    Monitored.run(port, 1, new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }

  @Test
  void theEndpointIsNamedAndTheCallsAreShown() throws Exception {
    assertThat(printed(0))
        .contains("Prometheus reads http://127.0.0.1:", "/metrics", "client shop")
        .contains("payments.create", "customers.createBatch");
  }

  @Test
  void aTakenPortIsSaidAndTheCallsGoOn() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(printed(taken.getLocalPort())).contains("is taken", "payments.create");
    }
  }
}
