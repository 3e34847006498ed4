package cloud.finfusion.network;

import static cloud.finfusion.testing.FakeServer.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.OtherJvm;
import cloud.finfusion.testing.RawServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestCa;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that is not secure is not used, and not tried again: it would not get better. */
class TlsTest {
  private static final TestCa AUTHORITY = new TestCa();

  static Stream<Arguments> notSecure() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of("self-signed", mode, selfSigned(), CertPathBuilderException.class),
                    Arguments.of(
                        "expired",
                        mode,
                        AUTHORITY.expired("localhost"),
                        CertificateExpiredException.class),
                    Arguments.of(
                        "wrong host",
                        mode,
                        AUTHORITY.server("elsewhere.example"),
                        SSLPeerUnverifiedException.class)));
  }

  @ParameterizedTest(name = "C049 {0}: one attempt, a typed error, nothing sent, {1}")
  @MethodSource("notSecure")
  void aCertificateThatIsNotTheServers(
      String name,
      BlockingOrAsync mode,
      HandshakeCertificates of,
      Class<? extends Throwable> reason) {
    try (FakeServer server = secure(of)) {
      refused(mode, server.uri(), reason);

      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest(name = "C049 plain HTTP on a TLS port: one attempt, a typed error, {0}")
  @EnumSource
  void plainHttpOnATlsPort(BlockingOrAsync mode) throws Exception {
    byte[] http = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
    try (RawServer plain = RawServer.greeting(http)) {
      refused(mode, URI.create("https://localhost:" + plain.uri().getPort()), SSLException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateOfTheTrustedAuthorityIsTaken(BlockingOrAsync mode) {
    try (FakeServer server = secure(AUTHORITY.server("localhost"));
        Calls calls = new Calls(client(server.uri()).build(), mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
  }

  @Test
  @Tag("slow") // starts a JVM
  @DisplayName("an authority of the JVM's default trust store is trusted, in both modes")
  void anAuthorityThatTheJvmTrusts(@TempDir Path folder) throws Exception {
    Path store = TestCa.file(folder, AUTHORITY.trustStore());
    List<String> options =
        List.of(
            "-Djavax.net.ssl.trustStore=" + store,
            "-Djavax.net.ssl.trustStorePassword=" + TestCa.PASSWORD);
    try (FakeServer server = secure(AUTHORITY.server("localhost"))) {
      OtherJvm.run(options, Program.class, server.uri().toString());

      assertThat(server.requests()).hasSize(BlockingOrAsync.values().length);
    }
  }

  /** A program of a user whose company made its authority known to the JVM. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (FinFusion client =
          FinFusion.builder().apiKey(Samples.KEY).baseUrl(URI.create(args[0])).build()) {
        for (BlockingOrAsync mode : BlockingOrAsync.values()) {
          new Calls(client, mode).pay();
        }
      }
    }
  }

  private static HandshakeCertificates selfSigned() {
    return new HandshakeCertificates.Builder()
        .heldCertificate(
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build())
        .build();
  }

  private static FakeServer secure(HandshakeCertificates certificates) {
    return new FakeServer(server -> server.useHttps(certificates.sslSocketFactory()))
        .responds(json(Samples.PAYMENT));
  }

  private static void refused(BlockingOrAsync mode, URI uri, Class<? extends Throwable> reason) {
    RecordingListener listener = new RecordingListener();
    try (Calls calls = new Calls(client(uri).listener(listener).build(), mode)) {
      ConnectionException error = catchThrowableOfType(ConnectionException.class, calls::pay);

      assertThat(error)
          .hasMessage(
              "payments.create: no connection to localhost, it is not secure. Nothing was sent. "
                  + "Check the base URL and the network.")
          .hasCauseInstanceOf(SSLException.class)
          .hasRootCauseInstanceOf(reason);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(error.attempts()).isEqualTo(1);
      assertThat(listener.attempts()).hasSize(1);
    }
  }

  private static FinFusion.Builder client(URI uri) {
    return TestOptions.time(
        FinFusion.builder().apiKey(Samples.KEY).baseUrl(uri).network(AUTHORITY.trusted()),
        FakeTime.flowing());
  }
}
