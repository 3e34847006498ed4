package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.Samples;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;

/** A call whose request was received and whose response never comes is ended at once. */
@Timeout(20)
@DisplayName("C165 cancelled on the wire")
class CancelOnTheWireTest {
  @AutoClose private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void neverRespond() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.start();
  }

  private FinFusion client() {
    return FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.url("/").uri()).build();
  }

  @Test
  void aFutureThatIsCancelledEndsItsCall() throws Exception {
    try (FinFusion client = client()) {
      CompletableFuture<Payment> future = client.async().payments().create(Samples.payment());
      server.takeRequest();

      future.cancel(true);

      assertThat(future).isCancelled();
    }
  }

  @Test
  void aBlockingCallThatIsCancelledElsewhereThrowsTyped() throws Exception {
    try (FinFusion client = client()) {
      Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_1");
      CompletableFuture<Void> cancelling = CompletableFuture.runAsync(() -> cancelOnReceipt(call));

      assertThatThrownBy(call::execute)
          .isInstanceOf(CallCancelledException.class)
          .hasMessage("customers.retrieve: the call was cancelled.");
      cancelling.join();
    }
  }

  @Test
  void aWriteThatIsCancelledOnTheWireMayHaveBeenDone() throws Exception {
    try (FinFusion client = client()) {
      var call = client.api(cloud.finfusion.api.PaymentsApi.class);
      var payment = call.createPayment(Samples.payment(), "order-17");
      CompletableFuture<Void> cancelling =
          CompletableFuture.runAsync(() -> cancelOnReceipt(payment));

      assertThatThrownBy(payment::execute)
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              unknown -> assertThat(unknown.idempotencyKey()).isEqualTo("order-17"))
          .hasCauseInstanceOf(CallCancelledException.class);
      cancelling.join();
    }
  }

  private void cancelOnReceipt(Call<?> call) {
    try {
      server.takeRequest();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
    call.cancel();
  }
}
