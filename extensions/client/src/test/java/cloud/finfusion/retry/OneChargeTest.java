package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.model.Payment;
import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.ReceivedRequest;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.TestClients;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong on the way, one payment is one charge, and the server is asked no more. */
class OneChargeTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C008 C032 a response dropped on a kept-alive connection: sent again, charged once")
  void aDroppedResponseIsAskedForAgain(BlockingOrAsync mode) {
    try (Calls calls = new Calls(TestClients.of(sandbox).build(), mode)) {
      calls.pay();
      sandbox.faults().dropAfterWork("payments.create", 1);

      Payment payment = calls.pay();

      assertThat(oneKeyOn(2, payments().subList(1, 3))).isNotEmpty();
      assertThat(sandbox.ledger().entries())
          .extracting(Ledger.Entry::resourceId)
          .hasSize(2)
          .endsWith(payment.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C008 every response dropped: 1 + retries requests, one key, one charge")
  void allResponsesDropped(BlockingOrAsync mode) {
    sandbox.faults().dropAfterWork("payments.create", 3);
    try (Calls calls = new Calls(TestClients.of(sandbox).build(), mode)) {
      Payment payment = calls.pay();

      String key = oneKeyOn(4, payments());
      assertThat(sandbox.ledger().withKey(key))
          .extracting(Ledger.Entry::resourceId)
          .containsExactly(payment.id());
      assertThat(sandbox.ledger().size()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKING, 408, ", "ASYNC, 408, ",
    "BLOCKING, 503, 0", "ASYNC, 503, 0",
    "BLOCKING, 503, 00", "ASYNC, 503, 00",
  })
  @DisplayName("C034 C035 408, and 503 with Retry-After: 0: as many requests as attempts, one key")
  void aStatusAfterWhichOkHttpSendsAgain(
      BlockingOrAsync mode, int status, @Nullable String retryAfter) {
    Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
    sandbox.faults().status("payments.create", 2, status, headers);
    try (Calls calls = new Calls(TestClients.of(sandbox).build(), mode)) {
      calls.pay();

      oneKeyOn(3, payments());
      assertThat(sandbox.ledger().size()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKING, 408, ", "ASYNC, 408, ",
    "BLOCKING, 503, 0", "ASYNC, 503, 0",
    "BLOCKING, 503, 00", "ASYNC, 503, 00",
  })
  @DisplayName("C034 C035 the same, and no retries: exactly one request, reads too")
  void withoutRetriesThereIsOneRequest(
      BlockingOrAsync mode, int status, @Nullable String retryAfter) {
    Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
    sandbox.faults().status("payments.create", 1, status, headers);
    sandbox.faults().status("payments.retrieve", 1, status, headers);
    try (Calls calls = new Calls(TestClients.of(sandbox).retries(0).build(), mode)) {
      assertThatThrownBy(calls::pay).isInstanceOf(FinFusionException.class);
      assertThatThrownBy(() -> calls.payment("pay_1")).isInstanceOf(FinFusionException.class);

      assertThat(sandbox.requests()).hasSize(2);
      assertThat(sandbox.ledger().size()).isZero();
    }
  }

  private List<ReceivedRequest> payments() {
    return sandbox.requests();
  }

  /** The one idempotency key of these requests, which are exactly as many. */
  private static String oneKeyOn(int expected, List<ReceivedRequest> requests) {
    assertThat(requests).hasSize(expected);
    List<String> keys =
        requests.stream().map(each -> String.valueOf(each.header("Idempotency-Key"))).toList();
    assertThat(keys).doesNotContain("null").containsOnly(keys.get(0));
    return keys.get(0);
  }
}
