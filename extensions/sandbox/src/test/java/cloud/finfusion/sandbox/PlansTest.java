package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  @DisplayName("C211 the bucket is refilled at the plan's rate, to the nanosecond, up to the burst")
  void bucketIsRefilled() {
    TokenBucket bucket = new TokenBucket(Plan.STANDARD.limits(), clock);
    assertThat(allowed(bucket, 1000)).isEqualTo(150);

    clock.advance(Duration.ofMillis(600).minusNanos(1));
    assertThat(allowed(bucket, 1)).isZero();
    clock.advance(Duration.ofNanos(1));
    assertThat(allowed(bucket, 2)).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(allowed(bucket, 1000)).isEqualTo(100);
    clock.advance(Duration.ofDays(365));
    assertThat(allowed(bucket, 1000)).isEqualTo(150);
    clock.advance(Duration.ofHours(-1));
    assertThat(allowed(bucket, 1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1,60", "7,9", "100,1", "1000000,1"})
  @DisplayName("C211 Retry-After is enough")
  void retryAfterIsEnough(int perMinute, int seconds) {
    TokenBucket bucket = new TokenBucket(Plan.of(perMinute, 1).limits(), clock);
    bucket.take();

    assertThat(bucket.take().secondsToNext()).isEqualTo(seconds);
    clock.advance(Duration.ofSeconds(seconds));
    assertThat(bucket.take().allowed()).isTrue();
  }

  @Test
  @DisplayName(
      "C211 each key has its own plan, and an injected response has the rate limit's headers")
  void keysAreLimitedEach() {
    try (Sandbox sandbox = start(Plan.of(1, 2))) {
      Caller caller = new Caller(sandbox);
      String token = caller.token(); // sent without a key, and not limited
      sandbox.faults().status("listPayments", 1, 503);
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
      sandbox.faults().add("createPayment", 1, Fault.slow(() -> signalAndAwait(entered, released)));
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

  private static long allowed(TokenBucket bucket, int requests) {
    return IntStream.range(0, requests).filter(i -> bucket.take().allowed()).count();
  }

  private static int header(HttpResponse<String> response, String name) {
    return Integer.parseInt(response.headers().firstValue(name).orElse("-1"));
  }
}
