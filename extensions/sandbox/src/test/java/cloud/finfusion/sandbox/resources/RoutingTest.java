package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.sandbox.Plan;
import cloud.finfusion.sandbox.ReceivedRequest;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxInternals;
import cloud.finfusion.sandbox.internal.faults.Fault;
import cloud.finfusion.sandbox.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests find their operation, or an error with the API's envelope. */
class RoutingTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void anUnknownPathIsNotFound() {
    HttpResponse<String> response = caller.get("/v2/nothing");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Caller.code(response)).isEqualTo("VAL003");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void anotherMethodOfAKnownPathIsNotAllowed() {
    HttpResponse<String> response = Caller.send(caller.request("/v2/payments").DELETE());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
    assertThat(Caller.code(response)).isEqualTo("VAL003");
  }

  @Test
  void anEmptyIdIsNoPathOfTheSpecification() {
    assertThat(caller.get("/v2/payments/").statusCode()).isEqualTo(404);
  }

  @Test
  void anEncodedSlashBelongsToTheId() {
    assertThat(Caller.json(caller.get("/v2/payments/a%2Fb")).at("/error/message").asText())
        .isEqualTo("Resource not found");
    assertThat(sandbox.requests().get(0).operation()).isEqualTo("payments.retrieve");
  }

  @Test
  void anErrorOfTheServerItselfHasTheEnvelope() {
    HttpResponse<String> response =
        Caller.send(caller.request("/v2/payments").header("X-Long", "x".repeat(10_000)));

    assertThat(response.statusCode()).isEqualTo(431);
    assertThat(Caller.code(response)).isEqualTo("VAL001");
  }

  @Test
  void aFailureOfTheSandboxIsAnInternalErrorThatCountsAgainstThePlan() {
    try (Sandbox limited = Sandbox.builder().plan(Plan.STANDARD).start()) {
      Fault broken = Fault.slow(RoutingTest::fail);
      SandboxInternals.faults(limited).add("payments.list", 1, broken);

      HttpResponse<String> response = new Caller(limited).get("/v2/payments");

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(Caller.code(response)).isEqualTo("API001");
      assertThat(response.headers().firstValue("X-RateLimit-Remaining")).contains("149");
    }
  }

  @Test
  void aBadlyEncodedQueryIsRefused() {
    HttpResponse<String> response = caller.get("/v2/payments?cursor=%ff");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.code(response)).isEqualTo("VAL002");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    HttpResponse<String> response = caller.post("/v2/customers", "x".repeat(1024 * 1024 + 1));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void thePlausibleRequestIdOfAClientIsReturned() {
    var given = Caller.send(caller.request("/v2/payments").header("X-Request-Id", "mine-1"));
    var tooLong =
        Caller.send(caller.request("/v2/payments").header("X-Request-Id", "x".repeat(101)));

    assertThat(given.headers().firstValue("X-Request-Id")).contains("mine-1");
    assertThat(tooLong.headers().firstValue("X-Request-Id").orElseThrow()).startsWith("req_");
  }

  @Test
  void everyRequestIsRecordedInOrder() {
    caller.get("/v2/payments?limit=5");
    Caller.send(caller.anonymous("/nothing").POST(BodyPublishers.noBody()));

    assertThat(sandbox.requests())
        .extracting(
            ReceivedRequest::method,
            ReceivedRequest::path,
            ReceivedRequest::query,
            ReceivedRequest::operation)
        .containsExactly(
            tuple("GET", "/v2/payments", "limit=5", "payments.list"),
            tuple("POST", "/nothing", "", null));
    assertThat(sandbox.requests().get(0).header("AUTHORIZATION"))
        .isEqualTo("Bearer " + sandbox.apiKey());
  }

  private static void fail() {
    throw new IllegalStateException("broken");
  }
}
