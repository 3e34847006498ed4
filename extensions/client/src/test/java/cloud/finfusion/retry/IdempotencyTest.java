package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.ValidationException;
import cloud.finfusion.model.Payment;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which key a write carries, and what that key is good for later. */
class IdempotencyTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final Sandbox sandbox = Sandbox.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C004 C013 idempotency off: no header, and an ambiguous write is sent once")
  void offMeansNoHeaderAndNoSecondTry(BlockingOrAsync mode) {
    server.responds(FakeServer.dropped());
    FinFusion.Builder off = TestClients.of(server).idempotency(Idempotency.OFF);
    try (Calls calls = new Calls(off.build(), mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              unknown -> assertThat(unknown.idempotencyKey()).isNull());

      assertThat(server.headers("Idempotency-Key")).containsOnlyNulls().hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsRefusedWhenIdempotencyIsOff(BlockingOrAsync mode) {
    CallOptions keyed = CallOptions.builder().idempotencyKey("order-17").build();
    FinFusion.Builder off = TestClients.of(server).idempotency(Idempotency.OFF);
    try (Calls calls = new Calls(off.build(), mode)) {
      assertThatThrownBy(() -> calls.pay(Samples.payment(), keyed))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessage(
              "payments.create idempotencyKey: the client's idempotency is off. "
                  + "Turn it on, or leave it out");

      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReferenceIsOnePaymentHoweverOftenItIsCalled(BlockingOrAsync mode) {
    List<ResponseInfo> responds = new ArrayList<>();
    CallOptions order17 =
        CallOptions.builder().idempotencyReference("order-17").onResponse(responds::add).build();
    try (Calls calls = new Calls(TestClients.of(sandbox).build(), mode)) {
      Payment first = calls.pay(Samples.payment(), order17);
      Payment again = calls.pay(Samples.payment(), order17);

      assertThat(again).isEqualTo(first);
      assertThat(sandbox.ledger().charges()).hasSize(1);
      assertThat(responds).extracting(ResponseInfo::replayed).containsExactly(false, true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReferenceIsAnotherKeyForAnotherOperation(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.PAYMENT));
    CallOptions order17 = CallOptions.builder().idempotencyReference("order-17").build();
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      calls.pay(Samples.payment(), order17);
      calls.capture("pay_1", order17);

      assertThat(server.headers("Idempotency-Key"))
          .hasSize(2)
          .doesNotContainNull()
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBecameOfAnUnknownOutcomeIsFoundByItsKey(BlockingOrAsync mode) {
    sandbox.faults().dropAfterWork("payments.create", 1);
    try (Calls calls = new Calls(TestClients.of(sandbox).retries(0).build(), mode)) {
      OutcomeUnknownException unknown = unknown(calls);

      Optional<Payment> found =
          mode.of(
              () -> calls.client().payments().findByIdempotencyKey(key(unknown)),
              () -> calls.client().async().payments().findByIdempotencyKey(key(unknown)));

      assertThat(found.map(Payment::id))
          .contains(sandbox.ledger().withKey(key(unknown)).get(0).resourceId());
    }
  }

  private static OutcomeUnknownException unknown(Calls calls) {
    try {
      throw new AssertionError("expected an unknown outcome, got " + calls.pay());
    } catch (OutcomeUnknownException unknown) {
      return unknown;
    }
  }

  private static String key(OutcomeUnknownException unknown) {
    return Objects.requireNonNull(unknown.idempotencyKey());
  }

  @ParameterizedTest
  @EnumSource
  void aKeyNobodyUsedFindsNothing(BlockingOrAsync mode) {
    try (Calls calls = new Calls(TestClients.of(sandbox).build(), mode)) {
      Optional<Payment> found =
          mode.of(
              () -> calls.client().payments().findByIdempotencyKey("nobody"),
              () -> calls.client().async().payments().findByIdempotencyKey("nobody"));

      assertThat(found).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C015 a 422 that names fields is about them, not about the key")
  void a422ThatNamesFieldsIsAboutThem(BlockingOrAsync mode) {
    String body =
        "{\"error\":{\"code\":\"VAL001\",\"message\":\"no\",\"details\":[{\"field\":\"amount.value\"}]}}";
    server.responds(FakeServer.response(422, body).build());
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      assertThatThrownBy(calls::pay)
          .isExactlyInstanceOf(ValidationException.class)
          .hasMessageContaining("amount.value");
    }
  }
}
