package cloud.finfusion.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Plan;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxInternals;
import cloud.finfusion.sandbox.internal.faults.Fault;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A plan limits the requests of each key by rate and by number at the same time. */
class PlansTest {
  private final FakeClock clock = new FakeClock();

  @Test
  @DisplayName("C211 after the burst: 429, RATE001, Retry-After in whole seconds, and no work")
  void tooManyAreRefused() {
    try (Sandbox sandbox = start(Plan.STANDARD)) {
      Caller caller = new Caller(sandbox);
      for (int left = 149; left >= 0; left--) {
        HttpResponse<String> response = caller.get("/v2/payments");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "X-RateLimit-Remaining")).isEqualTo(left);
      }

      HttpResponse<String> refused = caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-1");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Caller.code(refused)).isEqualTo("RATE001");
      assertThat(header(refused, "Retry-After")).isEqualTo(1); // 600 ms, rounded up
      assertThat(header(refused, "X-RateLimit-Limit")).isEqualTo(100);
      assertThat(header(refused, "X-RateLimit-Remaining")).isZero();
      assertThat(header(refused, "X-RateLimit-Reset")).isEqualTo(90);
      assertThat(sandbox.ledger().size()).isZero();
    }
  }

  @Test
  @DisplayName(
      "C211 each key has its own plan, and an injected response has the rate limit's headers")
  void keysAreLimitedEach() {
    try (Sandbox sandbox = start(Plan.of(1, 2))) {
      Caller caller = new Caller(sandbox);
      String token = caller.token(); // sent without a key, and not limited
      sandbox.faults().status("payments.list", 1, 503);
      HttpResponse<String> failed = caller.get("/v2/payments");
      assertThat(failed.statusCode()).isEqualTo(503);
      assertThat(header(failed, "X-RateLimit-Remaining")).isEqualTo(1);
      assertThat(caller.get("/v2/payments").statusCode()).isEqualTo(200);
      assertThat(caller.get("/v2/payments").statusCode()).isEqualTo(429);

      var other = caller.anonymous("/v2/payments").header("Authorization", "Bearer " + token);
      assertThat(Caller.send(other).statusCode()).isEqualTo(200);
      var anonymous = Caller.send(caller.anonymous("/v2/payments"));
      assertThat(anonymous.statusCode()).isEqualTo(401);
      assertThat(anonymous.headers().firstValue("X-RateLimit-Limit")).isEmpty();
    }
  }

  @Test
  @DisplayName("C211 one request too many at the same time: 429, RATE002, and nothing is counted")
  void tooManyAtOnceAreRefused() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (Sandbox sandbox = start(Plan.of(100, 10).withMaxConcurrent(1))) {
      SandboxInternals.faults(sandbox)
          .add("payments.create", 1, Fault.slow(() -> signalAndAwait(entered, released)));
      Caller caller = new Caller(sandbox);
      String token = caller.token();
      var slow = caller.postAsync("/v2/payments", Caller.CARD_PAYMENT, "order-1");
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

      HttpResponse<String> refused = caller.get("/v2/payments");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Caller.code(refused)).isEqualTo("RATE002");
      var other = caller.anonymous("/v2/payments").header("Authorization", "Bearer " + token);
      assertThat(Caller.send(other).statusCode()).isEqualTo(200);
      released.countDown();
      assertThat(header(slow.join(), "X-RateLimit-Remaining")).isEqualTo(9);
      assertThat(header(caller.get("/v2/payments"), "X-RateLimit-Remaining")).isEqualTo(8);
    }
  }

  @Test
  void withoutAPlanThereIsNoLimitAndNoHeader() {
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(new Caller(sandbox).get("/v2/payments").headers().map())
          .doesNotContainKeys("X-RateLimit-Limit", "x-ratelimit-limit");
    }
  }

  @Test
  void aPlanWithoutRequestsIsRefused() {
    assertThatThrownBy(() -> Plan.of(0, 1)).hasMessage("perMinute is 1 to 1000000, not 0");
    assertThatThrownBy(() -> Plan.of(1, 1_000_001)).hasMessageStartingWith("burst is 1 to 1000000");
    assertThatThrownBy(() -> Plan.STANDARD.withMaxConcurrent(0))
        .hasMessage("maxConcurrent is 1 to 1000000, not 0");
  }

  private Sandbox start(Plan plan) {
    return Sandbox.builder().plan(plan).clock(clock).start();
  }

  private static void signalAndAwait(CountDownLatch entered, CountDownLatch released) {
    entered.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int header(HttpResponse<String> response, String name) {
    return Integer.parseInt(response.headers().firstValue(name).orElse("-1"));
  }
}
