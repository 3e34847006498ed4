package cloud.finfusion.testing;

import static cloud.finfusion.testing.FakeServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.ConnectionException;
import java.net.URI;
import okhttp3.OkHttpClient;

/** A user's own clients, which trust one authority, and servers of that authority. */
public final class BaseClients {
  public static final TestCa AUTHORITY = new TestCa();

  private BaseClients() {}

  public static FakeServer secure(String host) {
    return new FakeServer(settings -> settings.useHttps(AUTHORITY.server(host).sslSocketFactory()))
        .responds(json(Samples.PAYMENT));
  }

  public static OkHttpClient.Builder base() {
    var trusting = AUTHORITY.client();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager());
  }

  private static Calls calls(URI uri, OkHttpClient.Builder base, BlockingOrAsync mode) {
    FinFusion.Builder client =
        TestOptions.time(
            FinFusion.builder()
                .apiKey(Samples.KEY)
                .baseUrl(uri)
                .httpClient(base.build())
                .retries(0),
            FakeTime.flowing());
    return new Calls(client.build(), mode);
  }

  public static void pays(URI uri, OkHttpClient.Builder base, BlockingOrAsync mode) {
    try (Calls calls = calls(uri, base, mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
  }

  public static void refused(URI uri, OkHttpClient.Builder base, BlockingOrAsync mode) {
    try (Calls calls = calls(uri, base, mode)) {
      assertThat(catchThrowableOfType(ConnectionException.class, calls::pay))
          .hasMessageContaining("it is not secure. Nothing was sent");
    }
  }
}
