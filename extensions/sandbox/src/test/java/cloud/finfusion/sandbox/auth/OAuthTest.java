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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are issued to clients, with scopes, a lifetime and a refresh token. */
class OAuthTest {
  private final FakeClock clock = new FakeClock();
  private final Sandbox sandbox =
      Sandbox.builder()
          .clock(clock)
          .tokenLifetime(Duration.ofMinutes(10))
          .oauthClient("shop", "shop-secret", "payments", "accounts")
          .oauthClient("crm", "crm-secret", "customers")
          .oauthClient("boss", "boss-secret")
          .start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aTokenIsGoodForTheScopesOfItsClient() {
    JsonNode token = token("shop");

    assertThat(token.path("scope").asText()).isEqualTo("payments accounts");
    assertThat(statusWith(token, "/v2/payments")).isEqualTo(200);
    assertThat(statusWith(token, "/v2/accounts")).isEqualTo(200);
    HttpResponse<String> refused = get(token, "/v2/customers");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Caller.code(refused)).isEqualTo("AUTH003");
    assertThat(refused.body()).contains("customers.list needs a token for customers");
  }

  @Test
  void aTokenMayBeRequestedForFewerScopes() {
    JsonNode token = Caller.json(request("shop", "&scope=accounts"));

    assertThat(token.path("scope").asText()).isEqualTo("accounts");
    assertThat(statusWith(token, "/v2/accounts")).isEqualTo(200);
    assertThat(statusWith(token, "/v2/payments")).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/refunds", "/v2/disputes", "/v2/payments"})
  void refundsAndDisputesBelongToPayments(String path) {
    assertThat(statusWith(token("shop"), path)).isEqualTo(200);
    assertThat(statusWith(token("crm"), path)).isEqualTo(403);
  }

  @Test
  void anOperationOutsideTheScopesIsNotDone() {
    HttpResponse<String> refused =
        Caller.send(
            caller
                .posting("/v2/payments", Caller.CARD_PAYMENT)
                .setHeader("Authorization", bearer(token("crm"))));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(sandbox.ledger().size()).isZero();
  }

  @Test
  void aClientWithoutScopesOfItsOwnHasAll() {
    JsonNode token = token("boss");

    assertThat(token.has("scope")).isFalse();
    assertThat(statusWith(token, "/v2/customers")).isEqualTo(200);
    assertThat(statusWith(token, "/v1/api-keys")).isEqualTo(200);
  }

  @Test
  void aScopeThatTheClientDoesNotHaveIsRefused() {
    HttpResponse<String> refused = request("shop", "&scope=payments+customers");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Caller.code(refused)).isEqualTo("AUTH003");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_id=shop&client_secret=crm-secret",
        "client_id=shop&client_secret=shop-secret2",
        "client_id=stranger&client_secret=shop-secret"
      })
  void aClientWithoutItsSecretIsRefused(String credentials) {
    HttpResponse<String> refused = post("grant_type=client_credentials&" + credentials);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Caller.code(refused)).isEqualTo("AUTH001");
    assertThat(refused.body()).doesNotContain("secret2", "shop-secret", "crm-secret");
  }

  @Test
  void aTokenEndsWithItsLifetime() {
    JsonNode token = token("shop");

    assertThat(token.path("expires_in").asInt()).isEqualTo(600);
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(statusWith(token, "/v2/payments")).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(Caller.code(get(token, "/v2/payments"))).isEqualTo("AUTH002");
  }

  @Test
  void aRefreshTokenGetsTheNextTokenAndTheOldOneStaysValid() {
    JsonNode first = Caller.json(request("shop", "&scope=payments"));
    clock.advance(Duration.ofMinutes(5));

    JsonNode second = Caller.json(refresh("shop", first));

    assertThat(second.path("scope").asText()).isEqualTo("payments");
    assertThat(second.path("access_token")).isNotEqualTo(first.path("access_token"));
    assertThat(statusWith(first, "/v2/payments")).isEqualTo(200);
    clock.advance(Duration.ofMinutes(5));
    assertThat(statusWith(first, "/v2/payments")).isEqualTo(401);
    assertThat(statusWith(second, "/v2/payments")).isEqualTo(200);
    assertThat(statusWith(second, "/v2/accounts")).isEqualTo(403);
  }

  @Test
  void aRefreshTokenIsUsedOnce() {
    JsonNode first = token("shop");
    JsonNode second = Caller.json(refresh("shop", first));

    HttpResponse<String> again = refresh("shop", first);

    assertThat(again.statusCode()).isEqualTo(401);
    assertThat(Caller.code(again)).isEqualTo("AUTH002");
    assertThat(again.body()).doesNotContain(first.path("refresh_token").asText());
    assertThat(refresh("shop", second).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenIsGoodForItsClientOnly() {
    JsonNode token = token("shop");

    assertThat(refresh("boss", token).statusCode()).isEqualTo(401);
    assertThat(refresh("shop", token).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherGrantIsRefused() {
    HttpResponse<String> refused =
        post("grant_type=password&client_id=shop&client_secret=shop-secret");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).at("/error/details/0/field").asText()).isEqualTo("grant_type");
  }

  @Test
  void withoutClientsAnyClientGetsTheScopesThatItRequests() {
    try (Sandbox open = Sandbox.start()) {
      Caller anyone = new Caller(open);
      String form = "grant_type=client_credentials&client_id=a&client_secret=b&scope=payments";
      JsonNode token = Caller.json(Caller.send(anyone.tokenRequest(form)));

      assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
      assertThat(get(anyone, token, "/v2/payments").statusCode()).isEqualTo(200);
      assertThat(get(anyone, token, "/v2/customers").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void tokenRequestsAreCountedAsAllOthers() {
    token("shop");
    token("shop");

    assertThat(sandbox.requests())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.operation()).isEqualTo("tokens.create"));
  }

  @Test
  void wrongSettingsAreNamed() {
    assertThatThrownBy(() -> Sandbox.builder().tokenLifetime(Duration.ofMillis(999)))
        .hasMessage("A token's lifetime is a second or more, not PT0.999S");
    assertThatThrownBy(() -> Sandbox.builder().oauthClient(" ", "secret"))
        .hasMessage("The id of an OAuth client is not blank");
    assertThatThrownBy(() -> Sandbox.builder().oauthClient("shop", ""))
        .hasMessage("The secret of an OAuth client is not blank");
  }

  private JsonNode token(String client) {
    return Caller.json(request(client, ""));
  }

  private HttpResponse<String> request(String client, String more) {
    return post("grant_type=client_credentials" + credentials(client) + more);
  }

  private HttpResponse<String> refresh(String client, JsonNode token) {
    String refreshToken = token.path("refresh_token").asText();
    return post(
        "grant_type=refresh_token" + credentials(client) + "&refresh_token=" + refreshToken);
  }

  private static String credentials(String client) {
    return "&client_id=" + client + "&client_secret=" + client + "-secret";
  }

  private HttpResponse<String> post(String form) {
    return Caller.send(caller.tokenRequest(form));
  }

  private int statusWith(JsonNode token, String path) {
    return get(token, path).statusCode();
  }

  private HttpResponse<String> get(JsonNode token, String path) {
    return get(caller, token, path);
  }

  private static HttpResponse<String> get(Caller caller, JsonNode token, String path) {
    return Caller.send(caller.anonymous(path).header("Authorization", bearer(token)));
  }

  private static String bearer(JsonNode token) {
    return "Bearer " + token.path("access_token").asText();
  }
}
