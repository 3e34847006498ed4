package cloud.finfusion.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests need a valid key or token of the sandbox. */
class CredentialsTest {
  private final FakeClock clock = new FakeClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer dev_other", "Bearer rest_1", "Bearer ", "Basic ZGV2", "dev_other"})
  void onlyTheSandboxesOwnKeyIsAccepted(String authorization) {
    HttpResponse<String> response = listPaymentsWith(authorization);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Caller.code(response)).isEqualTo("AUTH001");
    assertThat(response.body()).doesNotContain("dev_other", "rest_1", "ZGV2");
  }

  @Test
  void noKeyAtAllIsRefusedBeforeTheRequestIsValidated() {
    HttpResponse<String> response = Caller.send(caller.anonymous("/v2/payments?limit=0"));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("C204 a live key is refused, and not repeated")
  void aLiveKeyIsRefused() {
    HttpResponse<String> response = listPaymentsWith("Bearer prod_live_4711");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).contains("production key").doesNotContain("4711");
    assertThatThrownBy(() -> Sandbox.builder().apiKey("prod_live_4711"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A key of the sandbox begins with dev_");
  }

  @Test
  void anIssuedTokenIsAcceptedUntilItExpires() {
    JsonNode token =
        Caller.json(tokenFor("grant_type=client_credentials&client_id=a&client_secret=b"));
    String authorization = "Bearer " + token.path("access_token").asText();

    assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(listPaymentsWith(authorization).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofHours(1));
    assertThat(Caller.code(listPaymentsWith(authorization))).isEqualTo("AUTH002");
  }

  @Test
  void aTokenNeedsAClientAndItsSecret() {
    HttpResponse<String> response = tokenFor("grant_type=client_credentials&client_id=a");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.json(response).at("/error/details/0/field").asText())
        .isEqualTo("client_secret");
  }

  @Test
  void theNextTokenOfAClientRepeatsNothing() {
    String first = payWithToken().body();

    assertThat(payWithToken().body()).isEqualTo(first);
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  private HttpResponse<String> payWithToken() {
    return Caller.send(
        caller
            .posting("/v2/payments", Caller.CARD_PAYMENT)
            .header("Idempotency-Key", "order-1")
            .setHeader("Authorization", "Bearer " + caller.token()));
  }

  private HttpResponse<String> tokenFor(String form) {
    return Caller.send(caller.tokenRequest(form));
  }

  private HttpResponse<String> listPaymentsWith(String authorization) {
    return Caller.send(caller.anonymous("/v2/payments").header("Authorization", authorization));
  }
}
