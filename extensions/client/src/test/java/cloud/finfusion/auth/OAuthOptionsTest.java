package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OAuth is made of: each option up to its bounds, and refused by its name beyond. */
class OAuthOptionsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static OAuthOptions.Builder options() {
    return OAuthOptions.builder().clientId("shop").clientSecret("CANARY-secret");
  }

  @Test
  void theDefaults() {
    OAuthOptions options = options().build();

    assertThat(options.clientId()).isEqualTo("shop");
    assertThat(options.scopes()).isEmpty();
    assertThat(options.refreshBefore()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void itShowsWhoAsksForWhatAndNoSecret() {
    OAuthOptions options =
        options()
            .scopes("payments", "accounts")
            .accessToken("CANARY")
            .refreshToken("CANARY")
            .build();

    assertThat(options.scopes()).containsExactly("payments", "accounts");
    assertThat(options).hasToString("OAuth(shop, [payments, accounts])");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.000000001S", "PT1H"})
  void aTimeWithinItsBoundsIsTaken(Duration time) {
    assertThat(options().refreshBefore(time).build().refreshBefore()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "#", "[", "]", "~", "payments:read", "https://a.example/p"})
  void aScopeOfTheCharactersThatOAuthAllowsIsTaken(String scope) {
    assertThat(options().scopes(scope).build().scopes()).containsExactly(scope);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("refreshBefore", "below zero", o -> o.refreshBefore(Duration.ofNanos(-1))),
        mistake("refreshBefore", "over an hour", o -> o.refreshBefore(HOUR.plusNanos(1))),
        mistake("scopes", "empty", o -> o.scopes("")),
        mistake("scopes", "a space", o -> o.scopes("payments accounts")),
        mistake("scopes", "a quote", o -> o.scopes("a\"")),
        mistake("scopes", "a backslash", o -> o.scopes("a\\")),
        mistake("scopes", "delete", o -> o.scopes("a\u007f")),
        mistake("scopes", "a letter beyond ASCII", o -> o.scopes("fine", "\u00e9")),
        mistake("accessToken", "blank", o -> o.accessToken(" ")),
        mistake("refreshToken", "blank", o -> o.refreshToken("\t")),
        mistake("clientId", "blank", o -> o.clientId(" ")),
        mistake("clientSecret", "blank", o -> o.clientSecret("\n")));
  }

  private static Arguments mistake(
      String option, String what, UnaryOperator<OAuthOptions.Builder> setter) {
    return Arguments.of(option, Named.of(what, setter));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsRefusedByTheNameOfItsOption(
      String option, UnaryOperator<OAuthOptions.Builder> setter) {
    OAuthOptions.Builder builder = setter.apply(options());

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("OAuthOptions." + option)
        .hasMessageContaining("expected ");
  }

  @Test
  void theClientMustBeNamed() {
    assertThatThrownBy(() -> OAuthOptions.builder().clientSecret("CANARY").build())
        .hasMessageContaining("OAuthOptions.clientId");
    assertThatThrownBy(() -> OAuthOptions.builder().clientId("shop").build())
        .hasMessageContaining("OAuthOptions.clientSecret");
  }
}
