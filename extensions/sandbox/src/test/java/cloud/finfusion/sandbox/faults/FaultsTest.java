package cloud.finfusion.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Faults;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.UnknownOperationException;
import cloud.finfusion.sandbox.testing.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults apply to the next requests of their operation, in order. */
class FaultsTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  @DisplayName("C206 a status is sent n times in place of the work, then the normal response")
  void statusReplacesTheWork() {
    sandbox.faults().status("payments.create", 2, 503, Map.of("Retry-After", "0"));

    for (int i = 0; i < 2; i++) {
      HttpResponse<String> response = pay();
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(Caller.code(response)).isEqualTo("API002");
      assertThat(response.headers().firstValue("Retry-After")).contains("0");
    }
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(pay().statusCode()).isEqualTo(200);
    assertThat(sandbox.faults().injected()).isEqualTo(2);
    assertThat(sandbox.requests()).hasSize(3);
  }

  @Test
  @DisplayName(
      "C206 an operation's faults apply in the order they were queued, and to no other operation")
  void faultsKeepTheirOrder() {
    sandbox.faults().status("payments.create", 1, 500).status("payments.create", 1, 429);

    assertThat(caller.get("/v2/payments").statusCode()).isEqualTo(200);
    assertThat(Caller.code(pay())).isEqualTo("API001");
    assertThat(Caller.code(pay())).isEqualTo("RATE001");
  }

  @Test
  void aRedirectHasItsHeaderAndNoBody() {
    sandbox.faults().status("payments.list", 1, 307, Map.of("Location", "http://127.0.0.1:1/"));

    HttpResponse<String> response = caller.get("/v2/payments");

    assertThat(response.statusCode()).isEqualTo(307);
    assertThat(response.headers().firstValue("Location")).contains("http://127.0.0.1:1/");
    assertThat(response.body()).isEmpty();
  }

  @Test
  @DisplayName("C206 a delayed response is the normal one, later")
  void delayIsFollowedByTheNormalResponse() {
    sandbox.faults().delay("payments.create", 1, Duration.ofMillis(50));
    long start = System.nanoTime();

    assertThat(pay().statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(49));
    assertThat(sandbox.faults().injected()).isEqualTo(1);
  }

  @Test
  @DisplayName("C206 the response is replaced after the work is done")
  void responseIsReplacedAfterTheWork() {
    sandbox.faults().response("payments.create", 1, 200, "text/html", "<html>");

    HttpResponse<String> response = pay();

    assertThat(response.body()).isEqualTo("<html>");
    assertThat(response.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  void anInvalidFaultIsRefused() {
    Faults faults = sandbox.faults();

    assertThatThrownBy(() -> faults.dropAfterWork("payments.create", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> faults.status("payments.create", 1, 99))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOperationIsNamedAsTheSdkDoesOrByItsOperationId() {
    sandbox.faults().status("payments.create", 1, 503).status("createPayment", 1, 500);

    assertThat(pay().statusCode()).isEqualTo(503);
    assertThat(pay().statusCode()).isEqualTo(500);
    assertThat(pay().statusCode()).isEqualTo(200);
    assertThat(sandbox.requests())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.operation()).isEqualTo("payments.create"));
  }

  @Test
  void anUnknownOperationIsRefusedAtOnceWithNearNames() {
    Faults faults = sandbox.faults();

    assertThatThrownBy(() -> faults.status("payment.create", 1, 503))
        .isInstanceOfSatisfying(
            UnknownOperationException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("payment.create");
              assertThat(e.nearNames()).first().isEqualTo("payments.create");
            })
        .hasMessageStartingWith(
            "The specification has no operation payment.create. Near: payments.create.");
    assertThatThrownBy(() -> faults.randomly("createPaymnt", 1))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining("Near: payments.create");
  }

  @Test
  void anOperationThatIsNearNoneIsRefusedWithAllNames() {
    assertThatThrownBy(() -> sandbox.faults().dropAfterWork("?", 1))
        .isInstanceOfSatisfying(
            UnknownOperationException.class, e -> assertThat(e.nearNames()).isEmpty())
        .hasMessageContaining("Its operations: accounts.create, ")
        .hasMessageEndingWith(".");
  }

  private HttpResponse<String> pay() {
    return caller.post("/v2/payments", Caller.CARD_PAYMENT);
  }
}
