package cloud.finfusion;

import static cloud.finfusion.FakeServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.error.ConnectionException;
import java.net.URI;
import okhttp3.OkHttpClient;

/** A user's own clients, which trust one authority, and servers of that authority. */
final class BaseClients {
  static final TestCa AUTHORITY = new TestCa();

  private BaseClients() {}

  static FakeServer secure(String host) {
    return new FakeServer(settings -> settings.useHttps(AUTHORITY.server(host).sslSocketFactory()))
        .responds(json(Samples.PAYMENT));
  }

  static OkHttpClient.Builder base() {
    var trusting = AUTHORITY.client();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager());
  }

  private static Calls calls(URI uri, OkHttpClient.Builder base, BlockingOrAsync mode) {
    FinFusion.Builder client =
        FinFusion.builder()
            .apiKey(Samples.KEY)
            .baseUrl(uri)
            .httpClient(base.build())
            .retries(0)
            .time(FakeTime.flowing());
    return new Calls(client.build(), mode);
  }

  static void pays(URI uri, OkHttpClient.Builder base, BlockingOrAsync mode) {
    try (Calls calls = calls(uri, base, mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
  }

  static void refused(URI uri, OkHttpClient.Builder base, BlockingOrAsync mode) {
    try (Calls calls = calls(uri, base, mode)) {
      assertThat(catchThrowableOfType(ConnectionException.class, calls::pay))
          .hasMessageContaining("it is not secure. Nothing was sent");
    }
  }
}
