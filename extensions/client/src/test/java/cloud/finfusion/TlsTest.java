package cloud.finfusion;

import static cloud.finfusion.FakeServer.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.Outcome;
import java.net.URI;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that is not secure is not used, and not tried again: it would not get better. */
class TlsTest {
  static Stream<Arguments> notSecure() {
    return Stream.of(Mode.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of("self-signed", mode, Certificates.selfSigned()),
                    Arguments.of("expired", mode, Certificates.expired()),
                    Arguments.of("wrong host", mode, Certificates.ofAnotherHost())));
  }

  @ParameterizedTest(name = "C049 {0}: one attempt, a typed error, nothing sent, {1}")
  @MethodSource("notSecure")
  void aCertificateThatIsNotTheServers(String name, Mode mode, HandshakeCertificates of) {
    try (FakeServer server = secure(of)) {
      refused(mode, server.uri());

      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest(name = "C049 plain HTTP on a TLS port: one attempt, a typed error, {0}")
  @EnumSource
  void plainHttpOnATlsPort(Mode mode) throws Exception {
    byte[] http = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
    try (RawServer plain = RawServer.greeting(http)) {
      refused(mode, URI.create("https://localhost:" + plain.uri().getPort()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateOfAnAuthorityThatTheJvmTrustsIsTaken(Mode mode) {
    try (FakeServer server = secure(Certificates.good());
        Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
  }

  private static FakeServer secure(HandshakeCertificates certificates) {
    return new FakeServer(server -> server.useHttps(certificates.sslSocketFactory()))
        .answers(json(Samples.PAYMENT));
  }

  private static void refused(Mode mode, URI uri) {
    RecordingListener listener = new RecordingListener();
    FinFusion.Builder client =
        FinFusion.builder()
            .apiKey(Samples.KEY)
            .baseUrl(uri)
            .time(FakeTime.flowing())
            .listener(listener);
    try (Calls calls = new Calls(client.build(), mode)) {
      ConnectionException error = catchThrowableOfType(ConnectionException.class, calls::pay);

      assertThat(error)
          .hasMessage(
              "payments.create: no connection to localhost, it is not secure. Nothing was sent. "
                  + "Check the base URL and the network.")
          .hasCauseInstanceOf(SSLException.class);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(error.attempts()).isEqualTo(1);
      assertThat(listener.attempts()).hasSize(1);
    }
  }
}
