package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.Payment;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Retrofit interfaces, generated or a user's own, travel through the same layers. */
class RawInterfaceTest {
  private final RecordingListener listener = new RecordingListener();
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).listener(listener).build();

  interface Own {
    @Operation(name = "own.retrieve", read = true)
    @GET("v2/customers/{id}")
    CompletableFuture<Customer> retrieve(@Path("id") String id);

    @GET("v2/customers")
    Call<Customer> withoutOperation();
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessWithItsHeaders(BlockingOrAsync mode) {
    server.responds(
        FakeServer.status(503),
        FakeServer.response(200, Samples.PAYMENT).addHeader("X-Odd", "1").build());

    Response<Payment> response =
        new Calls(client, mode)
            .raw(client.api(PaymentsApi.class).createPayment(Samples.payment(), null));

    assertThat(response.headers().get("X-Odd")).isEqualTo("1");
    assertThat(response.body()).isNotNull();
    assertThat(server.headers("Idempotency-Key").stream().distinct()).hasSize(1);
    assertThat(server.headers("Authorization")).containsOnly("Bearer " + Samples.KEY);
    assertThat(listener.calls())
        .singleElement()
        .satisfies(c -> assertThat(c.attempts()).isEqualTo(2));
  }

  @ParameterizedTest
  @EnumSource
  void anErrorIsReturnedWithAReadableBody(BlockingOrAsync mode) throws IOException {
    server.responds(FakeServer.response(404, "{\"error\":{\"code\":\"VAL003\"}}").build());

    Response<Payment> response =
        new Calls(client, mode).raw(client.api(PaymentsApi.class).retrievePayment("pay_1"));

    assertThat(response.code()).isEqualTo(404);
    assertThat(Objects.requireNonNull(response.errorBody()).string()).contains("VAL003");
  }

  @Test
  void anInterfaceOfAUsersOwn() {
    server.responds(FakeServer.status(500), FakeServer.json(Samples.CUSTOMER));
    assertThat(BlockingOrAsync.result(client.api(Own.class).retrieve("cust_1")).id())
        .isEqualTo("cust_1");

    server.responds(FakeServer.status(404));
    assertThat(
            catchThrowableOfType(
                NotFoundException.class,
                () -> BlockingOrAsync.result(client.api(Own.class).retrieve("cust_1"))))
        .hasMessageStartingWith("own.retrieve: the server responded with 404;");
  }

  @Test
  void aMethodWithoutAnOperationIsRefused() {
    assertThatThrownBy(() -> client.api(Own.class).withoutOperation())
        .hasRootCauseInstanceOf(ConfigurationException.class);
  }
}
