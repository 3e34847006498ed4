package cloud.finfusion.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.UnexpectedStateException;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.model.TransferStatus;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A resource is read until it is in the state that was asked for, or cannot come to it. */
class WaitUntilTest {
  @AutoClose private final Waits waits = Waits.flowing();

  @ParameterizedTest
  @EnumSource
  void aStatusThatWasAskedForEndsTheWait(BlockingOrAsync mode) {
    waits.payment("processing", "processing", "succeeded", "refunded");

    Payment payment = waits.until(mode, PaymentStatus.SUCCEEDED);

    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(waits.reads()).isEqualTo(3);
    assertThat(waits.delays()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsThereAlreadyCostsOneReadAndNoDelay(BlockingOrAsync mode) {
    waits.payment("succeeded");

    waits.until(mode, PaymentStatus.FAILED, PaymentStatus.SUCCEEDED);

    assertThat(waits.reads()).isOne();
    assertThat(waits.delays()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withoutStatusesAnyFinalOneEndsTheWait(BlockingOrAsync mode) {
    waits.payment("processing", "requires_capture", "newer", "canceled");

    assertThat(waits.until(mode).status()).isEqualTo(PaymentStatus.CANCELED);
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsNotFinalCanBeAskedFor(BlockingOrAsync mode) {
    waits.payment("processing", "requires_capture");

    Payment payment = waits.until(mode, PaymentStatus.REQUIRES_CAPTURE);

    assertThat(payment.status()).isEqualTo(PaymentStatus.REQUIRES_CAPTURE);
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatThisVersionDoesNotKnowCanBeAskedFor(BlockingOrAsync mode) {
    waits.payment("processing", "newer");

    assertThat(waits.until(mode, PaymentStatus.of("newer")).status().value()).isEqualTo("newer");
  }

  @ParameterizedTest
  @EnumSource
  void anotherFinalStatusIsATypedErrorWithTheResource(BlockingOrAsync mode) {
    waits.payment("processing", "failed");

    UnexpectedStateException error =
        catchThrowableOfType(
            UnexpectedStateException.class,
            () -> waits.until(mode, PaymentStatus.SUCCEEDED, PaymentStatus.REQUIRES_CAPTURE));

    assertThat(error)
        .hasMessage(
            "payments.retrieve: status is failed, a failure, which is final; expected"
                + " requires_capture or succeeded. Waiting longer does not change it. Tried 2"
                + " times. Request req_failed.");
    assertThat(error.state()).isEqualTo("failed");
    assertThat(error.isFailure()).isTrue();
    assertThat(error.resource(Payment.class)).map(Payment::id).contains("pay_1");
    assertThat(error.resource(String.class)).isEmpty();
    assertThat(error.attempts()).isEqualTo(2);
    assertThat(error.outcome()).isEqualTo(Outcome.DONE);
    assertThat(error.retryable()).isFalse();
    assertThat(error.elapsed()).isEqualTo(waits.delays().get(0));
  }

  @ParameterizedTest
  @EnumSource
  void aFinalStatusThatIsNoFailureIsSaidToBeNone(BlockingOrAsync mode) {
    waits.payment("refunded");

    assertThatThrownBy(() -> waits.until(mode, PaymentStatus.SUCCEEDED))
        .isInstanceOfSatisfying(
            UnexpectedStateException.class, error -> assertThat(error.isFailure()).isFalse())
        .hasMessageContaining("status is refunded, which is final");
  }

  @ParameterizedTest
  @EnumSource
  void aResourceThatSaysNoStateIsReadAgain(BlockingOrAsync mode) {
    waits.responds(
        FakeServer.json("{\"id\":\"tr_1\"}"),
        FakeServer.json("{\"id\":\"tr_1\",\"status\":\"succeeded\"}"));

    assertThat(
            mode.of(
                    () -> waits.client().transfers().waitUntil("tr_1"),
                    () -> waits.client().async().transfers().waitUntil("tr_1"))
                .status())
        .isEqualTo(TransferStatus.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource
  void eachReadIsACallWithTheGivenOptions(BlockingOrAsync mode) {
    Queue<String> requests = new ConcurrentLinkedQueue<>();
    CallOptions call =
        CallOptions.builder()
            .onResponse((ResponseInfo each) -> requests.add("" + each.requestId()))
            .build();
    waits.payment("processing", "refunded");
    WaitOptions options = WaitOptions.builder().callOptions(call).build();

    assertThatThrownBy(() -> waits.until(mode, options, PaymentStatus.SUCCEEDED))
        .hasMessageEndingWith("Request req_refunded.");

    assertThat(requests).containsExactly("req_processing", "req_refunded");
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullIsRefusedByName() {
    assertThatThrownBy(() -> waits.client().payments().waitUntil("pay_1", (WaitOptions) null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("payments.retrieve options: ");
    assertThatThrownBy(() -> waits.client().payments().waitUntil("pay_1", (PaymentStatus[]) null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("payments.retrieve statuses: ");
    assertThatThrownBy(() -> waits.client().payments().waitUntil("pay_1", (PaymentStatus) null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("payments.retrieve statuses: ");
    assertThat(waits.reads()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"BLOCKING, ''", "ASYNC, ''", "BLOCKING, ..", "ASYNC, .."})
  void aWrongIdIsRefusedBeforeAnythingIsSent(BlockingOrAsync mode, String id) {
    assertThatThrownBy(
            () ->
                mode.of(
                    () -> waits.client().payments().waitUntil(id),
                    () -> waits.client().async().payments().waitUntil(id)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(waits.reads()).isZero();
  }

  @Test
  void theTraceOfAnErrorShowsWhoWaited() {
    waits.payment("failed");

    UnexpectedStateException error =
        catchThrowableOfType(
            UnexpectedStateException.class,
            () -> waits.client().payments().waitUntil("pay_1", PaymentStatus.SUCCEEDED));

    assertThat(error.getStackTrace())
        .extracting(StackTraceElement::getClassName)
        .contains(WaitUntilTest.class.getName());
  }
}
