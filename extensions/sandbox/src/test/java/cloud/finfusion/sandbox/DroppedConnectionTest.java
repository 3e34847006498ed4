package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DroppedConnectionTest {
  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  @DisplayName("C206 dropped after the work: charged, not a byte of answer, end of stream")
  void dropAfterWorkChargesAndClosesTheConnection() throws IOException {
    sandbox.faults().dropAfterWork("createPayment", 1);

    assertThat(payOverOneConnection(1)).isEmpty();
    assertThat(sandbox.ledger().size()).isEqualTo(1);
    assertThat(sandbox.faults().injected()).isEqualTo(1);
  }

  @Test
  @DisplayName("C206 dropped before the work: not charged, not a byte of answer, end of stream")
  void dropBeforeWorkOnlyClosesTheConnection() throws IOException {
    sandbox.faults().dropBeforeWork("createPayment", 1);

    assertThat(payOverOneConnection(1)).isEmpty();
    assertThat(sandbox.ledger().size()).isZero();
  }

  @Test
  @DisplayName(
      "C032 dropped on a connection that was kept alive: the second request is not answered")
  void aKeptAliveConnectionIsClosedToo() throws IOException {
    sandbox.faults().add("createPayment", 1, Work::run).dropAfterWork("createPayment", 1);

    assertThat(payOverOneConnection(2)).containsOnlyOnce("HTTP/1.1 200 OK");
    assertThat(sandbox.ledger().size()).isEqualTo(2);
  }

  /** Sends payments over one raw connection and returns all that comes until it is closed. */
  private String payOverOneConnection(int times) throws IOException {
    int port = sandbox.baseUri().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      for (int i = 0; i < times; i++) {
        socket.getOutputStream().write(rawPayment().getBytes(StandardCharsets.UTF_8));
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String rawPayment() {
    return String.join(
        "\r\n",
        "POST /v2/payments HTTP/1.1",
        "Host: localhost",
        "Authorization: Bearer " + sandbox.apiKey(),
        "Content-Type: application/json",
        "Content-Length: " + Caller.CARD_PAYMENT.length(),
        "",
        Caller.CARD_PAYMENT);
  }
}
