package cloud.finfusion.verification.soak;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.sandbox.Ledger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Ending RETURNED = Ending.returned("a", "pay_a", Duration.ZERO);

  @Test
  void anHonestRunViolatesNothing() {
    Checks checks =
        new Checks(
            4,
            List.of(
                RETURNED,
                failed("b", Outcome.REFUSED),
                failed("c", Outcome.UNKNOWN),
                failed("d", Outcome.UNKNOWN)),
            List.of(charge("a", "pay_a"), charge("c", "pay_c")));
    checks.requireNothingHidden(5, 5);

    assertThat(checks.violations()).isEmpty();
  }

  @Test
  void aLostCallIsFound() {
    assertThat(new Checks(1, List.of(), List.of()).violations())
        .containsExactly("calls that never ended: 1");
  }

  @Test
  void whatIsNotTypedIsFound() {
    Ending odd = Ending.failed("a", new IllegalStateException(), Duration.ZERO);

    assertFound("ended in nothing typed: 1", odd);
  }

  @Test
  void aSecondChargeIsFound() {
    assertFound("charged twice: 1", RETURNED, charge("a", "pay_a"), charge("a", "pay_b"));
    assertFound(
        "charged twice: 1",
        failed("a", Outcome.UNKNOWN),
        charge("a", "pay_a"),
        charge("a", "pay_b"));
  }

  @Test
  void aMissingOrOtherChargeIsFound() {
    assertFound("reported done, and not in the ledger: 1", RETURNED);
    assertFound("reported done, and not in the ledger: 1", RETURNED, charge("a", "pay_b"));
  }

  @Test
  void aChargeAfterARefusalIsFound() {
    for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.NOT_SENT)) {
      assertFound(
          "reported as never done, and charged: 1", failed("a", outcome), charge("a", "pay_a"));
    }
  }

  @Test
  void aChargeWithoutACallIsFound() {
    assertFound(
        "charges that no call asked for: 1", RETURNED, charge("a", "pay_a"), charge(null, "x"));
  }

  @Test
  void aHiddenRequestIsFound() {
    Checks checks = new Checks(0, List.of(), List.of());
    checks.requireNothingHidden(5, 6);

    assertThat(checks.violations()).containsExactly("requests that the client did not count: 1");
  }

  private static void assertFound(String start, Ending ending, Ledger.Entry... charges) {
    assertThat(new Checks(1, List.of(ending), List.of(charges)).violations())
        .singleElement()
        .asString()
        .startsWith(start);
  }

  private static Ending failed(String key, Outcome outcome) {
    return new Ending(key, "failed", outcome, null, Duration.ZERO);
  }

  private static Ledger.Entry charge(@Nullable String key, String payment) {
    return new Ledger.Entry(Ledger.Kind.CHARGE, "payments.create", payment, 100, "USD", key);
  }
}
