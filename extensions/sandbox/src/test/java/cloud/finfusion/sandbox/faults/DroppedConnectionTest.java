package cloud.finfusion.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.RawCaller;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults that close or reset the connection send no byte of a response. */
class DroppedConnectionTest {
  private final Sandbox sandbox = Sandbox.start();
  private final RawCaller raw = new RawCaller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  @DisplayName("C206 dropped after the work: charged, not a byte of response, end of stream")
  void dropAfterWorkChargesAndClosesTheConnection() throws IOException {
    sandbox.faults().dropAfterWork("payments.create", 1);

    assertThat(raw.pay(1)).isEmpty();
    assertThat(sandbox.ledger().size()).isEqualTo(1);
    assertThat(sandbox.faults().injected()).isEqualTo(1);
  }

  @Test
  @DisplayName("C206 dropped before the work: not charged, not a byte of response, end of stream")
  void dropBeforeWorkOnlyClosesTheConnection() throws IOException {
    sandbox.faults().dropBeforeWork("payments.create", 1);

    assertThat(raw.pay(1)).isEmpty();
    assertThat(sandbox.ledger().size()).isZero();
  }

  @Test
  @DisplayName(
      "C032 dropped on a connection that was kept alive: the second request gets no response")
  void aKeptAliveConnectionIsClosed() throws IOException {
    sandbox.faults().delay("payments.create", 1, Duration.ZERO).dropAfterWork("payments.create", 1);

    assertThat(raw.pay(2)).containsOnlyOnce("HTTP/1.1 200 OK");
    assertThat(sandbox.ledger().size()).isEqualTo(2);
  }

  @Test
  @DisplayName("C206 reset after the work: charged, and the caller's system reports a reset")
  void resetAfterWorkCharges() {
    sandbox.faults().resetAfterWork("payments.create", 1);

    assertThatThrownBy(() -> raw.pay(1))
        .isInstanceOf(SocketException.class)
        .hasMessage("Connection reset");
    assertThat(sandbox.ledger().size()).isEqualTo(1);
    assertThat(sandbox.faults().injected()).isEqualTo(1);
  }

  @Test
  @DisplayName("C206 reset before the work: not charged, and the caller's system reports a reset")
  void resetBeforeWorkChargesNothing() {
    sandbox.faults().resetBeforeWork("payments.create", 1);

    assertThatThrownBy(() -> raw.pay(1))
        .isInstanceOf(SocketException.class)
        .hasMessage("Connection reset");
    assertThat(sandbox.ledger().size()).isZero();
  }
}
