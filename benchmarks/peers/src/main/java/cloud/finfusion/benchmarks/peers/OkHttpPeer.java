package cloud.finfusion.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** OkHttp alone: bytes out, bytes in. What everything else is compared with. */
final class OkHttpPeer implements Peer.Async {
  static final MediaType JSON = MediaType.get("application/json");
  static final byte[] PAYMENT =
      """
      {"amount":{"value":1000,"currency":"USD"},"payment_method":{"type":"card","card":\
      {"number":"4242424242424242","exp_month":12,"exp_year":2034,"cvc":"123"}},\
      "metadata":{"order_id":"order_123"}}"""
          .getBytes(UTF_8);

  private static final int MOST_AT_ONCE = 256;

  private final OkHttpClient client;
  private final HttpUrl payments;
  private final HttpUrl payment;

  OkHttpPeer(OkHttpClient client, String url) {
    this.client = client;
    this.payments = HttpUrl.get(url + "/v2/payments");
    this.payment = HttpUrl.get(url + "/v2/payments/pay_1234567890");
  }

  /** As many calls at once as the SDK allows; else OkHttp's defaults. */
  static OkHttpClient.Builder client() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MOST_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
    return new OkHttpClient.Builder().dispatcher(dispatcher);
  }

  /** The same with room for this many idle connections; the default is 5. */
  static OkHttpClient pooling(int connections) {
    return client().connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES)).build();
  }

  @Override
  public Object create() throws IOException {
    return bytes(client.newCall(creation()));
  }

  @Override
  public Object retrieve() throws IOException {
    return bytes(client.newCall(request(payment).build()));
  }

  /** Sends and reads. */
  static byte[] bytes(Call call) throws IOException {
    try (Response response = call.execute()) {
      return response.body().bytes();
    }
  }

  @Override
  public void create(BiConsumer<@Nullable Object, @Nullable Throwable> done) {
    client
        .newCall(creation())
        .enqueue(
            new Callback() {
              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  done.accept(response.body().bytes(), null);
                }
              }

              @Override
              public void onFailure(Call call, IOException failure) {
                done.accept(null, failure);
              }
            });
  }

  private Request creation() {
    return request(payments).post(RequestBody.create(PAYMENT, JSON)).build();
  }

  private static Request.Builder request(HttpUrl url) {
    return new Request.Builder().url(url).header("Authorization", "Bearer dev_benchmark");
  }
}
