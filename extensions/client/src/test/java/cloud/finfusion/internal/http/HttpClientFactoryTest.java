package cloud.finfusion.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.call.TestCalls;
import cloud.finfusion.internal.time.SystemTime;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.Test;

class HttpClientFactoryTest {
  /** This JVM refuses older versions itself, so no server of them can be had. */
  @Test
  void aBaseThatAllowsOldTlsOrNoneIsConnectedByTls12OrNewer() {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .connectionSpecs(List.of(ConnectionSpec.COMPATIBLE_TLS, ConnectionSpec.CLEARTEXT))
            .build();

    assertThat(
            HttpClientFactory.create(TestCalls.options(new SystemTime(), base)).connectionSpecs())
        .singleElement()
        .satisfies(
            spec ->
                assertThat(spec.tlsVersions())
                    .containsOnly(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3));
  }

  @Test
  void whatWouldSendAgainOrRememberIsNotTaken() {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .authenticator(Authenticator.JAVA_NET_AUTHENTICATOR)
            .cookieJar(
                new CookieJar() {
                  @Override
                  public List<okhttp3.Cookie> loadForRequest(okhttp3.HttpUrl url) {
                    return List.of();
                  }

                  @Override
                  public void saveFromResponse(okhttp3.HttpUrl url, List<okhttp3.Cookie> cookies) {}
                })
            .build();

    OkHttpClient client = HttpClientFactory.create(TestCalls.options(new SystemTime(), base));

    assertThat(client.authenticator()).isSameAs(Authenticator.NONE);
    assertThat(client.cookieJar()).isSameAs(CookieJar.NO_COOKIES);
    assertThat(client.cache()).isNull();
    assertThat(client.followRedirects()).isFalse();
    assertThat(client.followSslRedirects()).isFalse();
    assertThat(client.retryOnConnectionFailure()).isFalse();
    assertThat(client.dispatcher()).isNotSameAs(base.dispatcher());
    assertThat(client.connectionPool()).isSameAs(base.connectionPool());
  }
}
