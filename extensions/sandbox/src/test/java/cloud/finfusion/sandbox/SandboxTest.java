package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.testing.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sandbox listens on this machine only, is independent of others and closes at once. */
class SandboxTest {
  @Test
  @DisplayName("C203 it listens on 127.0.0.1, on a port that was free, with a fresh dev_ key")
  void theDefaultIsLoopback() {
    try (Sandbox one = Sandbox.start();
        Sandbox two = Sandbox.start()) {
      assertThat(one.baseUri().getHost()).isEqualTo("127.0.0.1");
      assertThat(one.baseUri().getPort()).isPositive().isNotEqualTo(two.baseUri().getPort());
      assertThat(one.apiKey()).startsWith("dev_").isNotEqualTo(two.apiKey());
      assertThat(one).hasToString("Sandbox at " + one.baseUri());
    }
  }

  @Test
  @DisplayName("C203 other machines are allowed only on request")
  void remoteNeedsOptIn() {
    Sandbox.Builder remote = Sandbox.builder().host("0.0.0.0");

    assertThatThrownBy(remote::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowRemote()");
    try (Sandbox sandbox = remote.allowRemote().start()) {
      assertThat(sandbox.baseUri().getPort()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:1, 200",
    "127.0.0.1, 200",
    "127.9.9.9:80, 200",
    "[::1]:80, 200",
    "evil.example, 421",
    "evil.example:80, 421",
    "127.0.0.1.evil.example, 421",
    "localhost.evil.example, 421",
    "10.0.0.1, 421",
    "0.0.0.0, 421"
  })
  @DisplayName("F a request with another host's name is refused, as DNS rebinding would send it")
  void otherNames(String host, int status) throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(statusOf(sandbox, host)).isEqualTo(status);
    }
    try (Sandbox open = Sandbox.builder().allowRemote().start()) {
      assertThat(statusOf(open, host)).isEqualTo(200);
    }
  }

  private static int statusOf(Sandbox sandbox, String host) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUri().getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "GET /v2/payments HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(host, sandbox.apiKey());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(line, StandardCharsets.UTF_8).substring(9));
    }
  }

  @Test
  void localhostIsLoopback() {
    try (Sandbox sandbox = Sandbox.builder().host("localhost").start()) {
      assertThat(new Caller(sandbox).get("/v2/payments").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("C208 two sandboxes are independent of each other")
  void sandboxesAreIsolated() {
    try (Sandbox one = Sandbox.start();
        Sandbox two = Sandbox.start()) {
      one.faults().status("payments.list", 1, 503);
      new Caller(one).post("/v2/payments", Caller.CARD_PAYMENT, "order-1");

      assertThat(Caller.json(new Caller(two).get("/v2/payments")).path("data")).isEmpty();
      assertThat(two.ledger().size()).isZero();
      assertThat(one.requests()).hasSize(1);
      assertThat(two.requests()).hasSize(1);
      var withTheOthersKey =
          new Caller(two)
              .request("/v2/payments")
              .setHeader("Authorization", "Bearer " + one.apiKey());
      assertThat(Caller.send(withTheOthersKey).statusCode()).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("C208 closing with a request in flight takes at most a second, and may be repeated")
  void closingIsQuickAndIdempotent() {
    Sandbox sandbox = Sandbox.start();
    sandbox.faults().delay("payments.create", 1, Duration.ofHours(1));
    var pending = new Caller(sandbox).postAsync("/v2/payments", Caller.CARD_PAYMENT, "order-1");
    while (sandbox.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    long start = System.nanoTime();
    sandbox.close();
    sandbox.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(pending.handle((response, failure) -> "ended").join()).isEqualTo("ended");
    assertThat(sandbox.ledger().size()).isZero();
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (Sandbox first = Sandbox.start()) {
      int taken = first.baseUri().getPort();

      assertThatThrownBy(() -> Sandbox.builder().port(taken).start())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("127.0.0.1:" + taken);
    }
  }
}
