package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The curl lines of the documentation work, though they name no media type for their JSON. */
class DocumentedCurlTest {
  private static final String DOCUMENTED = "https://api.finfusion.cloud";

  private static final String API_KEY =
      """
      curl -X POST https://api.finfusion.cloud/v1/api-keys \\
        -H "Authorization: Bearer YOUR_ADMIN_TOKEN" \\
        -d '{
          "name": "Production API Key",
          "type": "production",
          "permissions": ["payments", "kyc", "reporting"],
          "expiration": "2025-12-31"
        }'
      """;

  private final FakeClock clock = new FakeClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void anApiKeyIsCreatedByCurl() throws Exception {
    JsonNode key = run(API_KEY);

    assertThat(key.path("name").asText()).isEqualTo("Production API Key");
    assertThat(key.path("expiration").asText()).isEqualTo("2025-12-31");
  }

  @Test
  void theDocumentedKeyWorksAfterItsDay() throws Exception {
    clock.advance(Duration.ofDays(3_650));

    JsonNode key = run(API_KEY.replace("\"production\"", "\"development\""));

    String bearer = "Bearer " + key.path("key").asText();
    var payments = caller.anonymous("/v2/payments").header("Authorization", bearer);
    assertThat(Caller.send(payments).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenIsIssuedToCurlByTheFormThatItSends() throws Exception {
    JsonNode token =
        run(
            """
            curl -X POST https://api.finfusion.cloud/oauth/token \\
              -H "Content-Type: application/x-www-form-urlencoded" \\
              -d "grant_type=client_credentials" \\
              -d "client_id=your_client_id" \\
              -d "client_secret=your_client_secret" \\
              -d "scope=payments accounts"
            """);

    assertThat(token.path("scope").asText()).isEqualTo("payments accounts");
  }

  @Test
  void aPaymentIsCreatedByCurl() throws Exception {
    JsonNode payment =
        run(
            """
            curl -X POST https://api.finfusion.cloud/v2/payments \\
              -H "Authorization: Bearer YOUR_API_KEY" \\
              -d '{
                "amount": {"value": 1000, "currency": "USD"},
                "payment_method": {
                  "type": "card",
                  "card": {"number": "4242424242424242", "exp_month": 12, "exp_year": 2024, "cvc": "123"}
                },
                "metadata": {"order_id": "order_123", "customer_id": "cust_456"}
              }'
            """);

    assertThat(payment.path("status").asText()).isEqualTo("succeeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded;a=b"})
  void jsonIsReadWithoutAMediaTypeAndWithThatOfForms(String mediaType) {
    assertThat(post(mediaType, " \n" + Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
    assertThat(sandbox.requests().get(0).header("Content-Type"))
        .isEqualTo(mediaType.isEmpty() ? null : mediaType);
  }

  @Test
  void jsonOfAnotherMediaTypeIsRefusedAndAFormIsNoJson() {
    assertThat(post("text/plain", Caller.CARD_PAYMENT).statusCode()).isEqualTo(400);
    assertThat(post("application/x-www-form-urlencoded", "amount=1").statusCode()).isEqualTo(400);
    assertThat(post("", "{\"amount\": ").body()).contains("The body is not valid JSON");
  }

  private HttpResponse<String> post(String mediaType, String body) {
    var request = caller.request("/v2/payments").POST(BodyPublishers.ofString(body));
    return Caller.send(mediaType.isEmpty() ? request : request.header("Content-Type", mediaType));
  }

  /** Runs a line as it stands, but for the host and the credential. */
  private JsonNode run(String line) throws IOException, InterruptedException {
    String command =
        line.replace(DOCUMENTED, sandbox.baseUri().toString())
            .replaceAll("YOUR_[A-Z_]+", sandbox.apiKey());
    Process shell = shell("command -v curl >/dev/null || exit 99\n" + command);
    String printed =
        new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int code = shell.waitFor();
    assumeTrue(code != 99, "there is no curl");
    assertThat(code).isZero();
    return Caller.json(printed);
  }

  private static Process shell(String script) throws IOException {
    try {
      return new ProcessBuilder("sh", "-c", script)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      assumeTrue(false, "there is no shell");
      throw e;
    }
  }
}
