package cloud.finfusion.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Faults;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.UnknownOperationException;
import cloud.finfusion.sandbox.testing.Caller;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule applies to all requests from now on, or to those that it is narrowed to. */
class RulesTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void allRequestsFailFromNowOn() {
    assertThat(list()).isEqualTo(200);
    sandbox.failing(503);

    assertThat(list()).isEqualTo(503);
    assertThat(pay().statusCode()).isEqualTo(503);
    assertThat(list()).isEqualTo(503);
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(sandbox.faults().injected()).isEqualTo(3);
  }

  @Test
  void aRuleAppliesAsOftenAsItSaysAndToItsOperation() {
    sandbox.failing(503).on("payments.create").times(2);

    assertThat(list()).isEqualTo(200);
    assertThat(pay().statusCode()).isEqualTo(503);
    assertThat(pay().statusCode()).isEqualTo(503);
    assertThat(pay().statusCode()).isEqualTo(200);
  }

  @Test
  void aRuleThatHasEndedAppliesToNothing() {
    Faults.Rule outage = sandbox.failing(503);
    assertThat(list()).isEqualTo(503);

    outage.end();

    assertThat(list()).isEqualTo(200);
  }

  @Test
  void allThatGoesWrongEndsAtOnce() {
    sandbox.failing(503);
    sandbox.declines(TestCards.LOST);
    sandbox.faults().dropBeforeWork("payments.create", 9).randomly(1).status(1, 500);

    sandbox.faults().end();

    assertThat(list()).isEqualTo(200);
    assertThat(pay().statusCode()).isEqualTo(200);
    sandbox.failing(503);
    assertThat(list()).isEqualTo(503);
  }

  @Test
  void theOldestRuleIsTakenAndQueuedFaultsComeBeforeAll() {
    sandbox.failing(503).times(1);
    sandbox.failing(500);
    sandbox.faults().status("payments.list", 1, 404);

    assertThat(list()).isEqualTo(404);
    assertThat(list()).isEqualTo(503);
    assertThat(list()).isEqualTo(500);
  }

  @Test
  void theRequestAfterTheLastThatIsAllowedIsRateLimited() {
    sandbox.rateLimitedAfter(2).times(1);

    assertThat(list()).isEqualTo(200);
    assertThat(list()).isEqualTo(200);
    HttpResponse<String> limited = caller.get("/v2/payments");
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(Caller.code(limited)).isEqualTo("RATE001");
    assertThat(limited.headers().firstValue("Retry-After")).contains("1");
    assertThat(limited.headers().firstValue("X-RateLimit-Limit")).contains("2");
    assertThat(limited.headers().firstValue("X-RateLimit-Remaining")).contains("0");
    assertThat(list()).isEqualTo(200);
  }

  @Test
  void paymentsAreDeclinedAsTheTestCardIsWhateverTheyPayWith() {
    sandbox.declines(TestCards.INSUFFICIENT_FUNDS).times(1);

    assertThat(list()).isEqualTo(200);
    HttpResponse<String> declined = pay();
    assertThat(declined.statusCode()).isEqualTo(402);
    assertThat(Caller.code(declined)).isEqualTo("PAY002");
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(pay().statusCode()).isEqualTo(200);
  }

  @Test
  void whatARuleCannotBeIsRefused() {
    assertThatThrownBy(() -> sandbox.failing(200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A failure has a status 400 to 599, not 200");
    assertThatThrownBy(() -> sandbox.failing(600)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sandbox.rateLimitedAfter(-1))
        .hasMessage("0 requests or more pass before a rule, not -1");
    assertThatThrownBy(() -> sandbox.failing(503).times(0))
        .hasMessage("A rule applies to 1 request or more, not 0");
    assertThatThrownBy(() -> sandbox.failing(503).on("payments.pay"))
        .isInstanceOf(UnknownOperationException.class);
    assertThatThrownBy(() -> sandbox.declines(TestCards.VISA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("INSUFFICIENT_FUNDS, LOST");
  }

  private int list() {
    return caller.get("/v2/payments").statusCode();
  }

  private HttpResponse<String> pay() {
    return caller.post("/v2/payments", Caller.CARD_PAYMENT);
  }
}
