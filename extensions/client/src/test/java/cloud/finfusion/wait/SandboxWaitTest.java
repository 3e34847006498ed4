package cloud.finfusion.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.UnexpectedStateException;
import cloud.finfusion.model.CaptureMethod;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCaptureParams;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.model.Refund;
import cloud.finfusion.model.RefundCreateParams;
import cloud.finfusion.model.RefundStatus;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waits for what another program does to a payment in the sandbox. */
class SandboxWaitTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start();
  @AutoClose private final FinFusion client = TestClients.of(sandbox).build();

  @ParameterizedTest
  @EnumSource
  void aPaymentThatIsCapturedMeanwhileIsReturned(BlockingOrAsync mode) {
    String id = authorised();
    sandbox.faults().status("payments.retrieve", 2, 503);

    Payment payment =
        until(
            mode, id, () -> client.payments().capture(id, PaymentCaptureParams.builder().build()));

    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment).isEqualTo(client.payments().retrieve(id));
  }

  @ParameterizedTest
  @EnumSource
  void aPaymentThatIsCanceledMeanwhileIsAnError(BlockingOrAsync mode) {
    String id = authorised();

    assertThatThrownBy(() -> until(mode, id, () -> client.payments().cancel(id)))
        .isInstanceOfSatisfying(
            UnexpectedStateException.class,
            error -> {
              assertThat(error.state()).isEqualTo("canceled");
              assertThat(error.isFailure()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource
  void aRefundIsWaitedForAsWell(BlockingOrAsync mode) {
    String id = client.payments().create(Samples.payment()).id();
    Refund refund = client.payments().refund(id, RefundCreateParams.builder().build());

    Refund waited =
        mode.of(
            () -> client.refunds().waitUntil(refund.id(), RefundStatus.SUCCEEDED),
            () -> client.async().refunds().waitUntil(refund.id(), RefundStatus.SUCCEEDED));

    assertThat(waited).isEqualTo(refund);
  }

  private String authorised() {
    return client
        .payments()
        .create(Samples.payment().toBuilder().captureMethod(CaptureMethod.MANUAL).build())
        .id();
  }

  /** Waits until the payment succeeded; the first read brings the change about. */
  private Payment until(BlockingOrAsync mode, String id, Runnable change) {
    AtomicBoolean changed = new AtomicBoolean();
    CallOptions call =
        CallOptions.builder()
            .onResponse(
                response -> {
                  if (response.status() == 200 && changed.compareAndSet(false, true)) {
                    change.run();
                  }
                })
            .build();
    WaitOptions options = WaitOptions.builder().callOptions(call).build();
    return mode.of(
        () -> client.payments().waitUntil(id, options, PaymentStatus.SUCCEEDED),
        () -> client.async().payments().waitUntil(id, options, PaymentStatus.SUCCEEDED));
  }
}
