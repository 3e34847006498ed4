package cloud.finfusion.network;

import static cloud.finfusion.testing.BaseClients.base;
import static cloud.finfusion.testing.BaseClients.pays;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.testing.BaseClients;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names and proxies of a user's own client are the SDK's, on the wire. */
class BaseClientRoutesTest {
  private static final String ELSEWHERE = "api.shop.example";

  /** A server of that name; it is a proxy as well. */
  @AutoClose private final FakeServer elsewhere = BaseClients.secure(ELSEWHERE);

  @ParameterizedTest
  @EnumSource
  void itsNameService(BlockingOrAsync mode) {
    List<String> asked = new CopyOnWriteArrayList<>();
    OkHttpClient.Builder base =
        base()
            .dns(
                host -> {
                  asked.add(host);
                  return List.of(InetAddress.getLoopbackAddress());
                });
    pays(URI.create("https://" + ELSEWHERE + ":" + elsewhere.uri().getPort()), base, mode);

    assertThat(asked).containsExactly(ELSEWHERE);
    assertThat(elsewhere.requests()).hasSize(1);
  }

  private Proxy proxy() {
    return new Proxy(
        Proxy.Type.HTTP, new InetSocketAddress("localhost", elsewhere.uri().getPort()));
  }

  private static MockResponse tunnel(int status) {
    return status(status, "Proxy-Authenticate", "Basic realm=\"us\"")
        .newBuilder()
        .inTunnel()
        .build();
  }

  private void paysThroughTheProxy(OkHttpClient.Builder base, BlockingOrAsync mode) {
    pays(URI.create("https://" + ELSEWHERE), base, mode);

    assertThat(elsewhere.requests())
        .extracting(RecordedRequest::getMethod)
        .endsWith("CONNECT", "POST");
    assertThat(elsewhere.requests().get(0).getTarget()).isEqualTo(ELSEWHERE + ":443");
  }

  @ParameterizedTest
  @EnumSource
  void itsProxy(BlockingOrAsync mode) {
    elsewhere.responds(tunnel(200), json(Samples.PAYMENT));

    paysThroughTheProxy(base().proxy(proxy()), mode);
  }

  @ParameterizedTest
  @EnumSource
  void itsChoiceOfProxies(BlockingOrAsync mode) {
    elsewhere.responds(tunnel(200), json(Samples.PAYMENT));
    ProxySelector selector =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(proxy());
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };

    paysThroughTheProxy(base().proxySelector(selector), mode);
  }

  @ParameterizedTest
  @EnumSource
  void itsLoginAtTheProxy(BlockingOrAsync mode) {
    elsewhere.responds(tunnel(200), json(Samples.PAYMENT));
    String login = Credentials.basic("us", "CANARY");

    paysThroughTheProxy(
        base()
            .proxy(proxy())
            .proxyAuthenticator(
                (route, response) ->
                    response.request().newBuilder().header("Proxy-Authorization", login).build()),
        mode);

    assertThat(elsewhere.headers("Proxy-Authorization")).containsExactly(login, null);
  }
}
