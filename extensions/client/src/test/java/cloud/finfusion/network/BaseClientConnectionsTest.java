package cloud.finfusion.network;

import static cloud.finfusion.testing.BaseClients.AUTHORITY;
import static cloud.finfusion.testing.BaseClients.base;
import static cloud.finfusion.testing.BaseClients.pays;
import static cloud.finfusion.testing.BaseClients.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.testing.BaseClients;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestCa;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.CertificatePinner;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trust, pins, sockets and connections of a user's own client are the SDK's, on the wire. */
class BaseClientConnectionsTest {
  @AutoClose private final FakeServer server = BaseClients.secure("localhost");

  private static CertificatePinner pin(TestCa authority) {
    return new CertificatePinner.Builder().add("localhost", authority.pin()).build();
  }

  @ParameterizedTest
  @EnumSource
  void itsPins(BlockingOrAsync mode) {
    pays(server.uri(), base().certificatePinner(pin(AUTHORITY)), mode);
    refused(server.uri(), base().certificatePinner(pin(new TestCa())), mode);

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void itsTrust(BlockingOrAsync mode) {
    pays(server.uri(), base(), mode);
    refused(server.uri(), new OkHttpClient.Builder(), mode);

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void itsSockets(BlockingOrAsync mode) {
    CountingSockets sockets = new CountingSockets();

    pays(server.uri(), base().socketFactory(sockets), mode);

    assertThat(sockets.made()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void itsProtocols(BlockingOrAsync mode) {
    pays(server.uri(), base(), mode);
    pays(server.uri(), base().protocols(List.of(Protocol.HTTP_1_1)), mode);

    assertThat(server.requests())
        .extracting(RecordedRequest::getVersion)
        .containsExactly("HTTP/2", "HTTP/1.1");
  }

  @ParameterizedTest
  @EnumSource
  void itsEventListener(BlockingOrAsync mode) {
    List<Call> ended = new CopyOnWriteArrayList<>();
    EventListener listener =
        new EventListener() {
          @Override
          public void callEnd(Call call) {
            ended.add(call);
          }
        };

    pays(server.uri(), base().eventListener(listener), mode);

    assertThat(ended).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void itsConnectionPool(BlockingOrAsync mode) {
    OkHttpClient client = base().build();
    for (int i = 0; i < 3; i++) {
      pays(server.uri(), client.newBuilder(), mode);
    }

    assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(server.requests()).extracting(RecordedRequest::getConnectionIndex).containsOnly(0);
  }
}
