package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sandbox keeps the newest requests and ledger entries, and counts all of them. */
class HistoryTest {
  private final FakeClock clock = new FakeClock();

  @Test
  void theNewest1000RequestsAreKeptUnlessMoreAreAskedFor() {
    try (Sandbox usual = Sandbox.start();
        Sandbox longer = Sandbox.builder().history(1_003).start()) {
      for (Sandbox sandbox : List.of(usual, longer)) {
        Caller caller = new Caller(sandbox);
        IntStream.range(0, 1_005).forEach(i -> caller.get("/none?" + i));
      }

      assertThat(usual.requests()).hasSize(1_000);
      assertThat(usual.requests().get(0).query()).isEqualTo("5");
      assertThat(usual.requests().get(999).query()).isEqualTo("1004");
      assertThat(longer.requests()).hasSize(1_003);
      assertThat(usual.requestCount()).isEqualTo(longer.requestCount()).isEqualTo(1_005);
    }
  }

  @Test
  void theLedgerCountsWhatItNoLongerLists() {
    try (Sandbox sandbox = sandboxWithHistory(2)) {
      pay(sandbox, "order-1");
      pay(sandbox, "order-2");
      clock.advance(Duration.ofDays(1)); // the key is forgotten, so that it charges again
      pay(sandbox, "order-1");
      new Caller(sandbox).post("/v2/payments", Caller.CARD_PAYMENT);

      Ledger ledger = sandbox.ledger();
      assertThat(ledger.entries()).hasSize(2);
      assertThat(ledger.charges())
          .extracting(Ledger.Entry::idempotencyKey)
          .containsExactly("order-1", null);
      assertThat(ledger.size()).isEqualTo(4);
      assertThat(ledger.count(Ledger.Kind.CHARGE)).isEqualTo(4);
      assertThat(ledger.count(Ledger.Kind.CHARGE, "order-1")).isEqualTo(2);
      assertThat(ledger.count(Ledger.Kind.CHARGE, "order-2")).isEqualTo(1);
      assertThat(ledger.count(Ledger.Kind.CHARGE, "order-3")).isZero();
      assertThat(ledger.count(Ledger.Kind.REFUND)).isZero();
    }
  }

  @Test
  void theEntriesOfAKeyAreCompleteOrAnError() {
    try (Sandbox sandbox = sandboxWithHistory(1)) {
      pay(sandbox, "order-1");
      assertThat(sandbox.ledger().withKey("order-1")).hasSize(1);
      pay(sandbox, "order-2");

      assertThat(sandbox.ledger().withKey("order-2")).hasSize(1);
      assertThat(sandbox.ledger().withKey("order-3")).isEmpty();
      assertThatThrownBy(() -> sandbox.ledger().withKey("order-1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Of the 1 entries with the key order-1 the ledger keeps 0.")
          .hasMessageContaining("history()");
    }
  }

  @Test
  void kindsAreCountedEach() {
    try (Sandbox sandbox = sandboxWithHistory(1)) {
      Caller caller = new Caller(sandbox);
      String id = caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();
      caller.post("/v2/payments/" + id + "/refunds", "{}", "order-1");

      Ledger ledger = sandbox.ledger();
      assertThat(ledger.count(Ledger.Kind.REFUND, "order-1")).isEqualTo(1);
      assertThat(ledger.count(Ledger.Kind.CHARGE, "order-1")).isZero();
      assertThat(ledger.count(Ledger.Kind.CHARGE)).isEqualTo(1);
      assertThat(ledger.count(Ledger.Kind.TRANSFER)).isZero();
    }
  }

  @Test
  void aHistoryKeepsAtLeastOne() {
    assertThatThrownBy(() -> Sandbox.builder().history(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A history keeps at least one, not 0");
  }

  private Sandbox sandboxWithHistory(int newest) {
    return Sandbox.builder().clock(clock).history(newest).start();
  }

  private static void pay(Sandbox sandbox, String key) {
    assertThat(new Caller(sandbox).post("/v2/payments", Caller.CARD_PAYMENT, key).statusCode())
        .isEqualTo(200);
  }
}
