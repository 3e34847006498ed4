package cloud.finfusion.junit;

import static cloud.finfusion.junit.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.sandbox.Plan;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.VirtualClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a sandbox and a client of its own. */
@FinFusionSandbox
class FinFusionSandboxTest {
  private static final String START = "2030-01-01T00:00:00Z";

  @BeforeEach
  void payOnce(Sandbox sandbox, FinFusion client) {
    Payments.pay(client);
    assertThat(sandbox).hasCharges(1);
  }

  @AfterEach
  void theSandboxIsStillTheSame(Sandbox sandbox) {
    assertThat(sandbox.requestCount()).isPositive();
  }

  @RepeatedTest(3)
  void noOtherTestIsSeen(Sandbox sandbox, FinFusion client) {
    Payments.pay(client);

    assertThat(sandbox).hasReceived("payments.create", 2).hasCharges(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aPaymentSurvivesAnOutage(int status, Sandbox sandbox, FinFusion client) {
    sandbox.failing(status).times(2);

    Payments.pay(client);

    assertThat(sandbox).hasReceived("payments.create", 4).hasCharges(2).hasMovedMoneyOncePerKey();
  }

  @Test
  void aPaymentIsDeclined(Sandbox sandbox, FinFusion client) {
    sandbox.declines(TestCards.INSUFFICIENT_FUNDS);

    assertThatThrownBy(() -> Payments.pay(client)).isInstanceOf(PaymentDeclinedException.class);
    assertThat(sandbox).hasCharges(1);
  }

  /** As the sandbox's README says. */
  @Test
  void moreLostResponsesThanAttemptsMakeAnOutcomeUnknown(Sandbox sandbox, FinFusion client) {
    sandbox.faults().dropAfterWork("payments.create", 9);

    assertThatThrownBy(() -> Payments.pay(client)).isInstanceOf(OutcomeUnknownException.class);
    sandbox.faults().end();
    Payments.pay(client);

    assertThat(sandbox).hasCharges(3).hasMovedMoneyOncePerKey();
  }

  @Test
  @FinFusionSandbox(clock = START)
  void anAnnotationOfAMethodCountsFirst(Sandbox sandbox, FinFusion client, VirtualClock clock) {
    clock.advance(Duration.ofDays(1));

    assertThat(Payments.pay(client).createdAt())
        .isEqualTo(OffsetDateTime.parse("2030-01-02T00:00:00Z"));
  }

  /** A class inside has its own settings. */
  @Nested
  @FinFusionSandbox(setup = ThreeRequests.class)
  class WithAPlan {
    @Test
    void theNearestAnnotationCounts(Sandbox sandbox, FinFusion client) {
      Payments.pay(client);
      Payments.pay(client);

      assertThatThrownBy(() -> Payments.pay(client)).isInstanceOf(RateLimitException.class);
      assertThat(sandbox).hasReceived("payments.create", 4).hasCharges(3);
    }
  }

  /** A class inside without settings has those of the class around it. */
  @Nested
  class WithoutSettings {
    @Test
    void theAnnotationAroundItCounts(Sandbox sandbox) {
      assertThat(sandbox).hasReceived("payments.create", 1);
    }
  }

  /** A plan of three requests, and a client that does not try again. */
  static final class ThreeRequests implements SandboxSetup {
    @Override
    public void sandbox(Sandbox.Builder sandbox) {
      sandbox.plan(Plan.of(1, 3));
    }

    @Override
    public void client(FinFusion.Builder client) {
      client.retries(0);
    }
  }
}
