package cloud.finfusion.error;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.internal.pattern.KeyPattern;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Event;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.UnreadableJsonException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rough edges: values at the bounds of what JSON can hold, and sentences that mislead. */
class SmallFaultsTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(0).build();

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483647", "-1e-2147483647", "1e1001", "1e-1001", "0e999999999"})
  @DisplayName("F a number of an exponent that is not meant is refused, wherever it stands")
  void exponents(String number) {
    for (String place : List.of("\"metadata\":{\"x\":%s}", "\"new\":%s", "\"new\":[{\"a\":%s}]")) {
      String json = "{\"id\":\"c\"," + place.formatted(number) + "}";
      assertThatThrownBy(() -> Customer.fromJson(json)).isInstanceOf(UnreadableJsonException.class);
    }
    assertThat(metadata("1e1000")).isEqualTo(new BigDecimal("1e1000").toBigInteger());
  }

  private static Object metadata(String value) {
    Customer customer = Customer.fromJson("{\"id\":\"c\",\"metadata\":{\"x\":" + value + "}}");
    return Objects.requireNonNull(Objects.requireNonNull(customer.metadata()).get("x"));
  }

  @Test
  @DisplayName("F metadata is taken no deeper than it can be read back, in an event too")
  void depth() {
    Object deepest = "x";
    for (int i = 0; i < 200; i++) {
      deepest = i % 2 == 0 ? List.of(deepest) : Map.of("a", deepest);
    }
    Object deep = deepest;
    String json =
        CustomerCreateParams.builder().email("a@b.c").metadata(Map.of("x", deep)).build().toJson();
    String customer = json.replaceFirst("\\{", "{\"id\":\"c\",");

    assertThat(Customer.fromJson(customer).toJson()).isEqualTo(customer);
    assertThat(
            Event.fromJson(
                "{\"id\":\"e\",\"type\":\"x.y\",\"created\":1,\"data\":{\"object\":["
                    + customer
                    + "]}}"))
        .isNotNull();
    assertThatThrownBy(() -> CustomerCreateParams.builder().metadata(Map.of("x", List.of(deep))))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("at most 200 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "12345678901234567890", "1234567890000000"})
  @DisplayName("F a time finer than nanoseconds is read, and cut off")
  void times(String fraction) {
    for (String zone : List.of("Z", "+02:00")) {
      Customer customer =
          Customer.fromJson(
              "{\"id\":\"c\",\"created_at\":\"2024-03-15T10:30:00." + fraction + zone + "\"}");
      assertThat(Objects.requireNonNull(customer.createdAt()).getNano()).isEqualTo(123456789);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"..;", "..;x", ".;a=b", "%2e%2E;", "..%3b", "%2e.;/x", ".;\u2028x"})
  @DisplayName("F an id that a server reads as dots is refused")
  void dots(String id) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      assertThatThrownBy(() -> new Calls(client, mode).customer(id))
          .isInstanceOf(InvalidArgumentException.class);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @Timeout(value = 10, unit = SECONDS)
  @DisplayName("F a long pattern on a long key takes time by their lengths, not their product")
  void patterns() {
    String key = "a".repeat(1_000_000);
    String half = "a".repeat(500_000);

    assertThat(KeyPattern.of("p", "*" + half + "b*").matches(key)).isFalse();
    assertThat(KeyPattern.of("p", "*" + half + "*").matches(key)).isTrue();
    assertThat(KeyPattern.of("p", "*a".repeat(250_000) + "b").matches(key)).isFalse();
    assertThat(KeyPattern.of("p", "*".repeat(1_000_000)).matches(key)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("F a 403 is of a key or of a token's scope")
  void scope(BlockingOrAsync mode) {
    server.responds(FakeServer.status(403));

    assertThatThrownBy(() -> new Calls(client, mode).customer("cust_1"))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("the credential lacks the permission")
        .hasMessageContaining("scope");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10,00", "1.000,00", "10.", "ten"})
  @DisplayName("F an amount in another form is not advised to be rounded only")
  void amounts(String major) {
    assertThatThrownBy(() -> Amount.ofMajor(major, "EUR"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("as 9.95 with a dot");
  }

  @Test
  @DisplayName("F no message of the builder names a variable that it does not read")
  void variables() {
    FinFusion.Builder keyless = FinFusion.builder();
    FinFusion.Builder unlisted = FinFusion.builder().apiKey("key_1");
    OAuthOptions oauth = OAuthOptions.builder().clientId("a").clientSecret("b").build();
    FinFusion.Builder tokens = FinFusion.builder().oauth(oauth);
    for (FinFusion.Builder each : List.of(keyless, unlisted, tokens)) {
      assertThatThrownBy(each::build).hasMessageNotContaining("FINFUSION_");
    }
    unlisted.environment(Environment.SANDBOX).build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"expires_in\":\"3600\"",
        "\"expires_in\":3600.0",
        "\"expires_in\":\" 3600 \",\"token_type\":\"bearer\"",
        "\"expires_in\":\"soon\"",
        "\"expires_in\":null,\"token_type\":null,\"scope\":[\"a\"]",
        "\"token_type\":7"
      })
  @DisplayName("F a token whose time is a text, or without a type, is a token")
  void tokens(String more) {
    OAuthOptions oauth = OAuthOptions.builder().clientId("a").clientSecret("b").build();
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      server.responds(
          FakeServer.json("{\"access_token\":\"tok_1\"," + more + "}"),
          FakeServer.json(Samples.CUSTOMER));
      try (FinFusion tokens =
          FinFusion.builder()
              .oauth(oauth)
              .environment(Environment.SANDBOX)
              .baseUrl(server.uri())
              .build()) {
        new Calls(tokens, mode).customer("cust_1");
      }
    }
    assertThat(server.headers("Authorization"))
        .containsExactly(null, "Bearer tok_1", null, "Bearer tok_1");
  }
}
