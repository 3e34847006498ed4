package cloud.finfusion.metrics;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.silence;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.PUT;
import retrofit2.http.Path;

/** What listeners learn of an attempt beside its status: where it goes, and why nothing came. */
@Timeout(30)
class AttemptFactsTest {
  private final RecordingListener ends = new RecordingListener();
  private final List<RequestTarget> targets = new CopyOnWriteArrayList<>();
  @AutoClose private final FakeServer server = new FakeServer();

  /** Operations as somebody's own specification may have them. */
  interface OwnApi {
    @Operation(name = "own.get")
    @GET("v2/own/{own_id}?expand=all")
    Call<Void> get(@Path("own_id") String id);

    @Operation(name = "own.put")
    @PUT("v2/own/{own_id}/parts/{part}")
    Call<Void> put(
        @Path("own_id") String id, @Path("part") String part, @Body CustomerCreateParams body);

    @Operation(name = "own.patch")
    @PATCH("/v3/own/{own_id}")
    Call<Void> patch(@Path("own_id") String id, @Body CustomerCreateParams body);

    @Operation(name = "own.delete")
    @DELETE("v2/own/{own_id}")
    Call<Void> delete(@Path("own_id") String id);

    @Operation(name = "own.exists")
    @HEAD("v2/own/{own_id}")
    Call<Void> exists(@Path("own_id") String id);

    @Operation(name = "own.options")
    @OPTIONS("v2/own")
    Call<Void> options();

    @Operation(name = "own.purge")
    @HTTP(method = "PURGE", path = "v2/own")
    Call<Void> purge();
  }

  private FinFusion.Builder client() {
    return TestClients.of(server)
        .listener(ends)
        .listener(
            new CallListener() {
              @Override
              public void attemptStarted(AttemptStarted attempt) {
                targets.add(attempt.target());
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptGoesToTheRouteOfItsOperationAndNamesNoId(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    try (Calls calls = new Calls(client().build(), mode)) {
      calls.payment("pay_1");
      calls.pay();
    }

    assertThat(targets)
        .containsExactly(
            target("GET", "/v2/payments/{payment_id}"), target("POST", "/v2/payments"));
  }

  private RequestTarget target(String method, String route) {
    return new RequestTarget(method, route, "http", server.uri().getHost(), server.uri().getPort());
  }

  @Test
  void soDoesAnAttemptOfAnOperationOfSomebodysOwn() throws Exception {
    server.responds(status(204));
    URI below = server.uri().resolve("/prefix/");
    try (FinFusion client = client().baseUrl(below).build()) {
      OwnApi api = client.api(OwnApi.class);
      api.get("own_1").execute();
      api.put("own_1", "7", Samples.customer()).execute();
      api.patch("own_1", Samples.customer()).execute();
      api.delete("own_1").execute();
      api.exists("own_1").execute();
      api.options().execute();
      api.purge().execute();
    }

    assertThat(targets)
        .containsExactly(
            target("GET", "/prefix/v2/own/{own_id}"),
            target("PUT", "/prefix/v2/own/{own_id}/parts/{part}"),
            target("PATCH", "/v3/own/{own_id}"),
            target("DELETE", "/prefix/v2/own/{own_id}"),
            target("HEAD", "/prefix/v2/own/{own_id}"),
            target("OPTIONS", "/prefix/v2/own"),
            target("PURGE", "/prefix/v2/own"));
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptWithAResponseHasNoErrorTypeWhateverTheStatus(BlockingOrAsync mode) {
    server.responds(status(503), status(402));

    assertThat(errorTypes(mode, client -> client)).containsExactly(null, null);
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptWithoutAConnectionHasTheClassOfItsException(BlockingOrAsync mode) {
    server.refuseConnections();

    assertThat(errorTypes(mode, client -> client.retries(0))).containsExactly("ConnectException");
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptWhoseBodyBrokeHasTheClassOfItsException(BlockingOrAsync mode) {
    server.responds(dropped());

    assertThat(errorTypes(mode, client -> client.retries(0))).containsExactly("IOException");
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptThatTookTooLongHasTimeout(BlockingOrAsync mode) {
    server.responds(silence());

    assertThat(errorTypes(mode, client -> client.retries(0).timeout(Duration.ofMillis(50))))
        .containsExactly("timeout");
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptOfAnInterceptorThatThrowsHasTheErrorOfTheCall(BlockingOrAsync mode) {
    OkHttpClient throwing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IllegalStateException("of the caller");
                })
            .build();

    assertThat(errorTypes(mode, client -> client.httpClient(throwing)))
        .containsExactly("ConfigurationException");
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptThatTheCallerEndedIsCancelled(BlockingOrAsync mode) {
    AtomicReference<Runnable> cancel = new AtomicReference<>(() -> {});
    CallListener onSignature =
        new CallListener() {
          @Override
          public void keyUsed(KeyUseRecord use) {
            Objects.requireNonNull(cancel.get()).run();
          }
        };
    try (Calls calls = new Calls(client().listener(onSignature).build(), mode)) {
      Call<Payment> call =
          calls.client().api(PaymentsApi.class).createPayment(Samples.payment(), "order-17");
      cancel.set(call::cancel);
      assertThat(catchThrowable(() -> calls.raw(call))).isNotNull();
    }

    assertThat(ends.attempts()).extracting(AttemptRecord::errorType).containsExactly("cancelled");
  }

  private List<@Nullable String> errorTypes(
      BlockingOrAsync mode, UnaryOperator<FinFusion.Builder> with) {
    try (Calls calls = new Calls(with.apply(client()).build(), mode)) {
      assertThat(catchThrowable(calls::pay)).isNotNull();
    }
    return ends.attempts().stream().map(AttemptRecord::errorType).toList();
  }
}
