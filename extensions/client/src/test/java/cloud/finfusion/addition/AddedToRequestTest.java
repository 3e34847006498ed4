package cloud.finfusion.addition;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.IdempotencyConflictException;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.CustomerListParams;
import cloud.finfusion.model.PaymentCaptureParams;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;

/** What a call adds reaches the server, on each attempt, beside what its params say. */
class AddedToRequestTest {
  private static final CallOptions ALL =
      CallOptions.builder()
          .header("X-Gateway", "a b")
          .queryParameter("expand", "customer & card")
          .queryParameter("expand", "ü")
          .bodyField("risk", Map.of("score", 7, "tags", List.of("a", true)))
          .bodyField("note", null)
          .bodyField("line\"break", "x\ny")
          .build();

  @AutoClose private final FakeServer server = new FakeServer();

  private Calls calls(BlockingOrAsync mode) {
    return new Calls(TestClients.of(server).build(), mode);
  }

  private static JsonObject body(RecordedRequest request) {
    String text = Objects.requireNonNull(request.getBody()).utf8();
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @ParameterizedTest
  @EnumSource
  void eachAttemptSendsThem(BlockingOrAsync mode) {
    server.responds(status(503), json(Samples.PAYMENT));
    try (Calls calls = calls(mode)) {
      calls.pay(Samples.payment(), ALL);
    }

    assertThat(server.headers("X-Gateway")).containsExactly("a b", "a b");
    assertThat(server.headers("Idempotency-Key")).doesNotContainNull().hasSize(2);
    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.getUrl().queryParameterValues("expand"))
                  .containsExactly("customer & card", "ü");
              JsonObject body = body(request);
              assertThat(body.get("risk").toString())
                  .isIn(
                      "{\"score\":7,\"tags\":[\"a\",true]}", "{\"tags\":[\"a\",true],\"score\":7}");
              assertThat(body.get("note").isJsonNull()).isTrue();
              assertThat(body.get("line\"break").getAsString()).isEqualTo("x\ny");
              assertThat(body.getAsJsonObject("amount").get("value").getAsInt()).isEqualTo(1000);
            });
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyBodyTakesFields(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    try (Calls calls = calls(mode)) {
      calls.capture("pay_1", CallOptions.builder().bodyField("a", 1).bodyField("b", 2.5).build());
    }

    assertThat(body(server.requests().get(0))).hasToString("{\"a\":1,\"b\":2.5}");
  }

  @ParameterizedTest
  @EnumSource
  void eachPageIsAskedForWithThem(BlockingOrAsync mode) {
    server.responds(
        json("{\"data\":[" + Samples.CUSTOMER + "],\"has_more\":true,\"next_cursor\":\"c2\"}"),
        json("{\"data\":[" + Samples.CUSTOMER + "],\"has_more\":false}"));
    CallOptions options =
        CallOptions.builder().header("X-Gateway", "a").queryParameter("status", "new").build();
    try (FinFusion client = TestClients.of(server).build()) {
      CustomerListParams all = CustomerListParams.builder().build();
      List<Object> read =
          mode.of(
              () -> new ArrayList<Object>(client.customers().list(all, options).stream().toList()),
              () -> {
                List<Object> came = new ArrayList<>();
                return client
                    .async()
                    .customers()
                    .list(all, options)
                    .forEach(came::add)
                    .thenApply(none -> came);
              });

      assertThat(read).hasSize(2);
    }
    assertThat(server.headers("X-Gateway")).containsExactly("a", "a");
    assertThat(server.requests())
        .extracting(each -> each.getUrl().encodedQuery())
        .containsExactly("status=new", "cursor=c2&status=new");
  }

  @ParameterizedTest
  @EnumSource
  void eachRequestOfABatchHasThem(BlockingOrAsync mode) {
    server.responds(
        json("{\"results\":[{\"index\":0,\"status\":200,\"customer\":" + Samples.CUSTOMER + "}]}"));
    CallOptions options =
        CallOptions.builder().header("X-Gateway", "a").bodyField("source", "import").build();
    List<CustomerBatchItem> items =
        List.of(
            CustomerBatchItem.builder().email("a@b.example").build(),
            CustomerBatchItem.builder().email("c@d.example").build());
    BatchOptions<Object> batch =
        BatchOptions.builder().batchSize(1).requestOptions(options).build();
    try (FinFusion client = TestClients.of(server).build()) {
      mode.of(
              () -> client.customers().createBatch(items, batch),
              () -> client.async().customers().createBatch(items, batch))
          .throwIfAnyFailed();
    }

    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(each -> assertThat(body(each).get("source").getAsString()).isEqualTo("import"));
    assertThat(server.headers("X-Gateway")).containsExactly("a", "a");
  }

  @ParameterizedTest
  @EnumSource
  void aNameThatTheParamsHaveAValueForIsRefusedBeforeAnythingIsSent(BlockingOrAsync mode) {
    try (Calls calls = calls(mode)) {
      CallOptions field = CallOptions.builder().bodyField("amount", "CANARY").build();
      assertThatThrownBy(() -> calls.pay(Samples.payment(), field))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageStartingWith(
              "payments.create bodyField amount: the params have a value for it already")
          .hasMessageNotContaining("CANARY");
      CustomerListParams ten = CustomerListParams.builder().limit(10).build();
      CallOptions limit = CallOptions.builder().queryParameter("limit", "CANARY").build();
      assertThatThrownBy(
              () ->
                  mode.of(
                      () -> calls.client().customers().list(ten, limit).pages().iterator().next(),
                      () -> calls.client().async().customers().list(ten, limit).first()))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageStartingWith(
              "customers.list queryParameter limit: the params have a value for it already")
          .hasMessageNotContaining("CANARY");
    }
    assertThat(server.requests()).isEmpty();
  }

  /** A facade of a user's own, whose operation has a header. */
  interface OwnApi {
    @Operation(name = "own.get", read = true)
    @GET("v2/own")
    Call<Customer> get(@Header("X-Shop") String shop);
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderThatTheOperationHasAValueForIsRefusedBeforeAnythingIsSent(BlockingOrAsync mode) {
    CallOptions header = CallOptions.builder().header("x-shop", "CANARY").build();
    try (FinFusion client = TestClients.of(server).build()) {
      Transport transport = client.resource(made -> made);
      Call<Customer> call = transport.api(OwnApi.class).get("a");
      assertThatThrownBy(
              () ->
                  mode.of(
                      () -> transport.execute(call, header), () -> transport.enqueue(call, header)))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageStartingWith("own.get header x-shop: the params have a value for it already")
          .hasMessageNotContaining("CANARY");
    }
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFieldWhereThereIsNoBodyIsRefusedBeforeAnythingIsSent(BlockingOrAsync mode) {
    CallOptions field = CallOptions.builder().bodyField("a", 1).build();
    try (Calls calls = calls(mode)) {
      for (Runnable call :
          List.<Runnable>of(
              () -> calls.payment("pay_1", field),
              () -> deleted(calls, field),
              () -> calls.token(field))) {
        assertThatThrownBy(call::run)
            .isInstanceOf(InvalidArgumentException.class)
            .hasMessageContaining("this operation has no JSON object as its body. Leave it out");
      }
    }
    assertThat(server.requests()).isEmpty();
  }

  private static void deleted(Calls calls, CallOptions options) {
    calls
        .mode()
        .of(
            () -> {
              calls.client().customers().delete("cust_1", options);
              return "";
            },
            () -> calls.client().async().customers().delete("cust_1", options).thenApply(v -> ""));
  }

  @ParameterizedTest
  @EnumSource
  void otherFieldsUnderTheSameKeyAreTheServersToRefuse(BlockingOrAsync mode) {
    server.responds(
        FakeServer.response(
                422, "{\"error\":{\"code\":\"IDEMPOTENCY_KEY_REUSED\",\"message\":\"m\"}}")
            .build());
    CallOptions options =
        CallOptions.builder().idempotencyReference("order-17").bodyField("a", 1).build();
    CallOptions other = options.toBuilder().bodyField("a", 2).build();
    try (Calls calls = calls(mode)) {
      for (CallOptions each : List.of(options, other)) {
        assertThatThrownBy(() -> calls.pay(Samples.payment(), each))
            .isInstanceOf(IdempotencyConflictException.class);
      }
    }
    assertThat(server.headers("Idempotency-Key").stream().distinct()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aListenersHeaderDoesNotReplaceTheCallsOwn(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    CallListener tracing =
        new CallListener() {
          @Override
          public void attemptStarted(AttemptStarted attempt) {
            attempt.addHeader("traceparent", "listener");
            attempt.addHeader("x-other", "listener");
          }
        };
    try (Calls calls = new Calls(TestClients.of(server).listener(tracing).build(), mode)) {
      calls.payment("pay_1", CallOptions.builder().header("TraceParent", "call").build());
    }

    assertThat(server.headers("traceparent")).containsExactly("call");
    assertThat(server.headers("x-other")).containsExactly("listener");
  }

  @ParameterizedTest
  @EnumSource
  void theSameParamsWithoutThemAreSentAsBefore(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    try (Calls calls = calls(mode)) {
      PaymentCaptureParams params = PaymentCaptureParams.builder().build();
      calls.capture("pay_1", ALL.toBuilder().build());
      calls.capture("pay_1", CallOptions.none());

      assertThat(params).isEqualTo(PaymentCaptureParams.builder().build());
    }
    RecordedRequest plain = server.requests().get(1);
    assertThat(plain.getUrl().encodedQuery()).isNull();
    assertThat(plain.getHeaders().get("X-Gateway")).isNull();
    assertThat(body(plain)).hasToString("{}");
  }
}
