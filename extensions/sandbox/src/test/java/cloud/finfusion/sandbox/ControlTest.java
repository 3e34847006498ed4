package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.finfusion.sandbox.testing.Caller;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program on this machine triggers events by a path of the sandbox; a web page does not. */
class ControlTest {
  private static final String DISPUTED = "{\"type\": \"payment.disputed\"}";

  private final Sandbox sandbox = Sandbox.builder().allowRemote().start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aPaymentIsCreatedAndDisputed() {
    HttpResponse<String> response = send(request(DISPUTED));

    assertThat(response.statusCode()).isEqualTo(200);
    String dispute = Caller.json(response).path("created").asText();
    assertThat(caller.list("/v2/disputes", "id")).containsExactly(dispute);
    assertThat(caller.list("/v2/events", "type"))
        .containsExactly("payment.disputed", "payment.succeeded");
  }

  @Test
  void thePaymentThatIsNamedIsDisputed() {
    String payment = caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();

    send(request("{\"type\": \"payment.disputed\", \"resource\": \"" + payment + "\"}"));

    assertThat(caller.list("/v2/disputes", "payment_id")).containsExactly(payment);
    assertThat(caller.list("/v2/payments", "id")).containsExactly(payment);
  }

  @Test
  void aCardIsCreatedAndPaidWith() {
    assertThat(send(request("{\"type\": \"card.transaction\"}")).statusCode()).isEqualTo(200);

    assertThat(caller.list("/v2/events", "type"))
        .containsExactly("card.transaction", "card.activated", "card.created");
  }

  @Test
  void triggeringIsNeitherRecordedNorLimitedNorBroken() {
    try (Sandbox limited = Sandbox.builder().plan(Plan.of(1, 1)).start()) {
      limited.faults().randomly(1).status(1, 503);
      for (int i = 0; i < 3; i++) {
        assertThat(Caller.send(request(limited, DISPUTED)).statusCode()).isEqualTo(200);
      }
      assertThat(limited.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"payment.lost\"}",
        "{}",
        "[",
        "{\"type\": \"payment.disputed\", \"resource\": \"pay_none\"}"
      })
  void whatCannotBeTriggeredIsRefused(String body) {
    assertThat(send(request(body)).statusCode()).isEqualTo(400);
    assertThat(caller.list("/v2/events", "id")).isEmpty();
  }

  @Test
  void otherPathsAndMethodsAreRefused() {
    assertThat(caller.get("/_sandbox/events").statusCode()).isEqualTo(405);
    assertThat(caller.get("/_sandbox/secrets").statusCode()).isEqualTo(404);
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1"})
  void aPageOfAnotherSiteIsRefused(String origin) {
    HttpResponse<String> response = send(request(DISPUTED).header("Origin", origin));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(caller.list("/v2/events", "id")).isEmpty();
  }

  @Test
  void aPageOfTheSandboxItselfIsNot() {
    HttpRequest.Builder own = request(DISPUTED).header("Origin", sandbox.baseUri().toString());

    assertThat(send(own).statusCode()).isEqualTo(200);
  }

  @Test
  void aMediaTypeThatAPageMaySendUnaskedIsRefused() {
    HttpRequest.Builder form = request(DISPUTED).setHeader("Content-Type", "text/plain");

    assertThat(send(form).statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({"evil.example, 403", "localhost, 200"})
  void anotherHostIsRefusedAlsoWhereRemoteOnesAreAllowed(String host, int status)
      throws IOException {
    assertThat(statusOf(sandbox, InetAddress.getLoopbackAddress(), host)).isEqualTo(status);
  }

  /** This machine is another one to itself when it comes by its address in the network. */
  @Test
  void anotherMachineIsRefusedWhateverHostItNames() throws IOException {
    Optional<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
            .findFirst();
    assumeTrue(own.isPresent(), "this machine has no address in a network");
    try (Sandbox open = Sandbox.builder().host("0.0.0.0").allowRemote().start()) {
      assertThat(statusOf(open, own.get(), "localhost")).isEqualTo(403);
    }
  }

  private static int statusOf(Sandbox sandbox, InetAddress address, String host)
      throws IOException {
    try (Socket socket = new Socket(address, sandbox.baseUri().getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          """
          POST /_sandbox/events HTTP/1.1\r
          Host: %s\r
          Content-Type: application/json\r
          Content-Length: %d\r
          \r
          %s"""
              .formatted(host, DISPUTED.length(), DISPUTED);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(line, StandardCharsets.UTF_8).substring(9));
    }
  }

  private HttpRequest.Builder request(String body) {
    return request(sandbox, body);
  }

  private static HttpRequest.Builder request(Sandbox sandbox, String body) {
    return new Caller(sandbox)
        .anonymous("/_sandbox/events")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return Caller.send(request);
  }
}
