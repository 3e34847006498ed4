package cloud.finfusion.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.FaultMix;
import cloud.finfusion.sandbox.Faults;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.RawCaller;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A mix of random faults applies to its operation, behind the queued faults. */
class FaultMixTest {
  @Test
  @DisplayName("C206 queued faults come first, then those by chance, for this operation only")
  void queuedFaultsComeFirst() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      sandbox
          .faults()
          .status("payments.create", 1, 500)
          .randomly("payments.create", 1)
          .status(1, 503);

      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(500);
      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(503);
      assertThat(caller.get("/v2/payments").statusCode()).isEqualTo(200);
      assertThat(sandbox.faults().injected()).isEqualTo(2);
      sandbox.faults().randomly("payments.create", 1);
      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("C206 with the whole share a fault of the mix meets each request, charged or not")
  void eachFaultOfTheMixIsInjected() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      Faults faults = sandbox.faults();
      RawCaller raw = new RawCaller(sandbox);

      faults.randomly("payments.create", 1).resetBeforeWork(1);
      assertThatThrownBy(() -> raw.pay(1)).isInstanceOf(SocketException.class);
      assertThat(sandbox.ledger().size()).isZero();
      faults.randomly("payments.create", 1).resetAfterWork(1);
      assertThatThrownBy(() -> raw.pay(1)).isInstanceOf(SocketException.class);
      assertThat(sandbox.ledger().size()).isEqualTo(1);
      faults.randomly("payments.create", 1).dropBeforeWork(1);
      assertThat(raw.pay(1)).isEmpty();
      assertThat(sandbox.ledger().size()).isEqualTo(1);
      faults.randomly("payments.create", 1).dropAfterWork(1);
      assertThat(raw.pay(1)).isEmpty();
      assertThat(sandbox.ledger().size()).isEqualTo(2);
      faults.randomly("payments.create", 1).truncate(1);
      assertThat(raw.pay(1)).startsWith("HTTP/1.1 200 OK").doesNotEndWith("}");
      assertThat(sandbox.ledger().size()).isEqualTo(3);
    }
  }

  @Test
  void aMixOfAllOperationsIsReplacedByThatOfOne() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      sandbox.faults().randomly(1).status(1, 503);
      sandbox.faults().randomly("payments.create", 1);

      assertThat(caller.get("/v2/payments").statusCode()).isEqualTo(503);
      assertThat(caller.get("/v2/customers/cust_1").statusCode()).isEqualTo(503);
      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSeedRepeatsTheFaultsOfAllOperations() {
    assertThat(statuses(7)).isEqualTo(statuses(7)).contains(200, 503).isNotEqualTo(statuses(8));
  }

  private static List<Integer> statuses(long seed) {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      sandbox.faults().randomly(seed).status(0.5, 503);
      return Stream.of("/v2/payments", "/v2/customers", "/v2/payments", "/v2/refunds")
          .flatMap(path -> Stream.generate(() -> caller.get(path).statusCode()).limit(10))
          .toList();
    }
  }

  @Test
  void moreThanAllRequestsAreRefused() {
    try (Sandbox sandbox = Sandbox.start()) {
      FaultMix mix = sandbox.faults().randomly("payments.create", 1).status(0.6, 503);

      assertThatThrownBy(() -> mix.truncate(0.5)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
