package cloud.finfusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.Authenticator;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.Test;

class WireTest {
  /** This JVM refuses older versions itself, so no server of them can be had. */
  @Test
  void aBaseThatAllowsOldTlsOrNoneIsConnectedByTls12OrNewer() {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .connectionSpecs(List.of(ConnectionSpec.COMPATIBLE_TLS, ConnectionSpec.CLEARTEXT))
            .build();

    assertThat(Wire.client(StampTest.settings(new SystemTime(), base)).connectionSpecs())
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

    OkHttpClient wire = Wire.client(StampTest.settings(new SystemTime(), base));

    assertThat(wire.authenticator()).isSameAs(Authenticator.NONE);
    assertThat(wire.cookieJar()).isSameAs(CookieJar.NO_COOKIES);
    assertThat(wire.cache()).isNull();
    assertThat(wire.followRedirects()).isFalse();
    assertThat(wire.followSslRedirects()).isFalse();
    assertThat(wire.retryOnConnectionFailure()).isFalse();
    assertThat(wire.dispatcher()).isNotSameAs(base.dispatcher());
    assertThat(wire.connectionPool()).isSameAs(base.connectionPool());
  }
}
