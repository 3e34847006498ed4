package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxInternals;
import cloud.finfusion.sandbox.internal.faults.Fault;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An idempotency key is executed once, and its response is replayed. */
class IdempotencyTest {
  private static final String OTHER_PAYMENT = Caller.payment(2000, "4242424242424242");

  private final FakeClock clock = new FakeClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  @DisplayName("C205 the same key and body: the first response again, and one charge")
  void theSameRequestIsReplayed() {
    HttpResponse<String> first = pay(Caller.CARD_PAYMENT);
    HttpResponse<String> second = pay(Caller.CARD_PAYMENT);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  @DisplayName("C205 the same key and another body: 422")
  void anotherBodyIsRefused() {
    pay(Caller.CARD_PAYMENT);

    assertThat(pay(OTHER_PAYMENT).statusCode()).isEqualTo(422);
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  @DisplayName("C205 the same key while the first request is running: 409")
  void aConcurrentRequestIsRefused() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    SandboxInternals.faults(sandbox)
        .add("payments.create", 1, Fault.slow(() -> signalAndAwait(running, release)));

    var first = caller.postAsync("/v2/payments", Caller.CARD_PAYMENT, "order-1");
    running.await();
    HttpResponse<String> second = pay(Caller.CARD_PAYMENT);
    release.countDown();

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(pay(Caller.CARD_PAYMENT).body()).isEqualTo(first.join().body());
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  @DisplayName("C205 the key is valid for 24 hours")
  void aKeyIsValidForADay() {
    String first = pay(Caller.CARD_PAYMENT).body();

    clock.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(pay(Caller.CARD_PAYMENT).body()).isEqualTo(first);
    clock.advance(Duration.ofSeconds(1));
    assertThat(pay(Caller.CARD_PAYMENT).body()).isNotEqualTo(first);
    assertThat(sandbox.ledger().withKey("order-1")).hasSize(2);
  }

  @Test
  @DisplayName("C205 fifty at once with one key: one charge, the others replayed or refused")
  void manyAtOnceChargeOnce() {
    List<CompletableFuture<HttpResponse<String>>> all =
        Stream.generate(() -> caller.postAsync("/v2/payments", Caller.CARD_PAYMENT, "order-1"))
            .limit(50)
            .toList();

    assertThat(all).extracting(response -> response.join().statusCode()).isSubsetOf(200, 409);
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  void aDeclinedPaymentIsReplayed() {
    String declined = Caller.payment(1000, "4000000000000002");
    pay(declined);

    HttpResponse<String> second = pay(declined);

    assertThat(second.statusCode()).isEqualTo(402);
    assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
  }

  @Test
  void anInvalidBodyDoesNotUseTheKeyUp() {
    assertThat(pay(Caller.payment(0, "4242424242424242")).statusCode()).isEqualTo(400);

    assertThat(pay(Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
  }

  @Test
  void anInjectedResponseIsNeverReplayed() {
    sandbox
        .faults()
        .status("payments.create", 1, 503)
        .response("payments.create", 1, 200, "text/x", "?");

    assertThat(pay(Caller.CARD_PAYMENT).statusCode()).isEqualTo(503);
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(pay(Caller.CARD_PAYMENT).body()).isEqualTo("?");
    assertThat(pay(Caller.CARD_PAYMENT).body()).contains("pay_");
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  void keysOfDifferentCredentialsAreDifferent() {
    pay(Caller.CARD_PAYMENT);

    var other = caller.posting("/v2/payments", OTHER_PAYMENT).header("Idempotency-Key", "order-1");
    assertThat(
            Caller.send(other.setHeader("Authorization", "Bearer " + caller.token())).statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> pay(String body) {
    return caller.post("/v2/payments", body, "order-1");
  }

  private static void signalAndAwait(CountDownLatch running, CountDownLatch release) {
    running.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
