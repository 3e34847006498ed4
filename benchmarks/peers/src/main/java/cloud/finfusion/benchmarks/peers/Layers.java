package cloud.finfusion.benchmarks.peers;

import cloud.finfusion.FinFusion;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * What the layers alone add to OkHttp: raw bytes, no system call. Once with a response that a
 * socket in memory gives, so that all layers are above it; once with an interceptor's of the
 * user's, which runs above signing and the observation of attempts; once with one right below them.
 */
final class Layers {
  static final String OKHTTP = "OkHttp";
  static final String OURS = "ours";
  static final String ALL = "ours, all layers";
  static final String REQUEST = "Retrofit's request alone";

  private static final String URL = "http://127.0.0.1:1";
  private static final String ID = "123e4567-e89b-42d3-a456-426614174000";
  private static final RequestBody BODY = RequestBody.create(OkHttpPeer.PAYMENT, OkHttpPeer.JSON);
  private static final Exchange POST =
      new Exchange(
          "POST",
          request("").header("Idempotency-Key", ID).post(BODY).build(),
          payments -> payments.create(BODY));
  private static final Exchange GET =
      new Exchange("GET", request("/pay_1234567890").build(), RawPayments::retrieve);

  private Layers() {}

  /** Adds a group for each exchange, whose first is OkHttp alone. */
  static void addTo(Calls calls) {
    for (Exchange exchange : List.of(POST, GET)) {
      String socket = exchange.method() + " raw, memory socket";
      add(calls, socket, exchange, memory().build());
      OkHttpClient unlimited =
          memory().readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO).build();
      calls.add(socket, "OkHttp without time limits", () -> bare(unlimited, exchange));
      String interceptor = exchange.method() + " raw, interceptor";
      OkHttpClient responding = OkHttpPeer.client().addInterceptor(Layers::respond).build();
      add(calls, interceptor, exchange, responding);
      addBelowSigning(calls, exchange, responding);
    }
  }

  private static void add(Calls calls, String group, Exchange exchange, OkHttpClient client) {
    RawPayments retrofit = retrofit(client);
    RawPayments requests = retrofit(new RequestsOnly(client));
    RawPayments ours = raw(FinFusionPeer.client(URL).httpClient(client));
    RawPayments all = raw(FinFusionPeer.allLayers(URL).httpClient(client));
    calls
        .add(group, OKHTTP, () -> bare(client, exchange))
        .add(group, "Retrofit", () -> exchange.bytes(retrofit))
        .add(group, OURS, () -> exchange.bytes(ours))
        .add(group, ALL, () -> exchange.bytes(all))
        .add(group, REQUEST, () -> exchange.call().apply(requests).request());
  }

  /** With the response right below signing and the observation of attempts. */
  private static void addBelowSigning(Calls calls, Exchange exchange, OkHttpClient responding) {
    String group = exchange.method() + " raw, below signing";
    RawPayments requests = retrofit(new RequestsOnly(responding));
    RawPayments ours = raw(FinFusionPeer.client(URL), Layers::respond);
    RawPayments all = raw(FinFusionPeer.allLayers(URL), Layers::respond);
    calls
        .add(group, OKHTTP, () -> bare(responding, exchange))
        .add(group, OURS, () -> exchange.bytes(ours))
        .add(group, ALL, () -> exchange.bytes(all))
        .add(group, REQUEST, () -> exchange.call().apply(requests).request());
  }

  private static RawPayments raw(FinFusion.Builder builder, Interceptor innermost) {
    FinFusion client = builder.build();
    Innermost.add(client, innermost);
    return client.api(RawPayments.class);
  }

  private static RawPayments retrofit(okhttp3.Call.Factory calls) {
    return new Retrofit.Builder().baseUrl(URL).callFactory(calls).build().create(RawPayments.class);
  }

  private static RawPayments raw(FinFusion.Builder client) {
    return client.build().api(RawPayments.class);
  }

  private static OkHttpClient.Builder memory() {
    return OkHttpPeer.client().socketFactory(MemorySocket.factory());
  }

  private static Object bare(OkHttpClient client, Exchange exchange) throws IOException {
    return OkHttpPeer.bytes(client.newCall(exchange.request()));
  }

  private static Response respond(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(Responses.PAYMENT, OkHttpPeer.JSON))
        .build();
  }

  /** With the headers that ours sends: the layers alone are compared, not what is written. */
  private static Request.Builder request(String path) {
    return new Request.Builder()
        .url(URL + "/v2/payments" + path)
        .header("User-Agent", "finfusion-java/0.1.0 (java 17)")
        .header("Accept", "application/json")
        .header("X-Request-Id", ID)
        .header("Authorization", "Bearer dev_benchmark");
  }

  /** One of the two calls, as OkHttp and as Retrofit make it. */
  private record Exchange(
      String method, Request request, Function<RawPayments, Call<ResponseBody>> call) {
    Object bytes(RawPayments payments) throws IOException {
      return Objects.requireNonNull(call.apply(payments).execute().body()).bytes();
    }
  }

  /** Takes the request that Retrofit made, and makes no call of it. */
  private record RequestsOnly(okhttp3.Call same) implements okhttp3.Call.Factory {
    RequestsOnly(OkHttpClient client) {
      this(client.newCall(GET.request()));
    }

    @Override
    public okhttp3.Call newCall(Request request) {
      Meter.result = request;
      return same;
    }
  }
}
