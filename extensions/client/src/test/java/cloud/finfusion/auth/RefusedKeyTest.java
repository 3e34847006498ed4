package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TokenServer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that the server refuses is not sent a second time, and keys know whose they are. */
class RefusedKeyTest {
  private static final String OLD = "dev_CANARY_old";
  private static final String NEW = "dev_CANARY_new";

  @AutoClose private final TokenServer server = new TokenServer();

  static Stream<Arguments> credentialsOfOneKey() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.<Supplier<Credential>>of(
                        () -> RotatingKey.of(OLD),
                        () -> Credential.apiKey(OLD),
                        () -> Credential.apiKey(() -> OLD),
                        () -> () -> OLD)
                    .map(credential -> Arguments.of(mode, credential)));
  }

  private Calls calls(BlockingOrAsync mode, Credential credential) {
    FinFusion.Builder client =
        TestOptions.time(
            FinFusion.builder().credential(credential).baseUrl(server.uri()), FakeTime.flowing());
    return new Calls(client.build(), mode);
  }

  private void refuses(Calls calls) {
    AuthenticationException refused =
        catchThrowableOfType(AuthenticationException.class, () -> calls.customer("cust_1"));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused).hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("credentialsOfOneKey")
  void aCallWithTheOnlyKeyIsSentOnce(BlockingOrAsync mode, Supplier<Credential> credential) {
    try (Calls calls = calls(mode, credential.get())) {
      refuses(calls);
      assertThat(server.signatures()).containsExactly(OLD);
      refuses(calls);
      assertThat(server.signatures()).containsExactly(OLD, OLD);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameKeyAgainLeavesTheOneBeforeAtHand(BlockingOrAsync mode) {
    RotatingKey key = RotatingKey.of(OLD);
    key.rotateTo(NEW);
    key.rotateTo(NEW);
    server.accepts(OLD);
    try (Calls calls = calls(mode, key)) {
      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly(NEW, OLD);
    }
  }

  @Test
  void aRotatingKeyThatIsNotUsedAnyMoreIsReplacedAlready() {
    RotatingKey key = RotatingKey.of(OLD);
    assertThat(key.refused(OLD)).isFalse();
    key.rotateTo(NEW);

    assertThat(key.refused(OLD)).isTrue();
    assertThat(key.token()).isEqualTo(NEW);
    assertThat(key.refused(NEW)).isTrue();
    assertThat(key.token()).isEqualTo(OLD);
  }

  @Test
  void bothKeysOfOneAccountHaveOneOwner() {
    RotatingKey key = RotatingKey.of(OLD);

    assertThat(key.owner(OLD)).isNotBlank().isEqualTo(key.owner(NEW)).isNotIn(OLD, NEW);
    assertThat(Credential.apiKey(OLD).owner(OLD)).isEqualTo(OLD);
  }

  @Test
  void allTokensOfOneClientHaveOneOwnerAndThoseOfAnotherHaveAnother() {
    assertThat(token("shop").owner("tok_1"))
        .isEqualTo(token("shop").owner("tok_2"))
        .isNotBlank()
        .isNotEqualTo(token("bank").owner("tok_1"));
  }

  private static Credential token(String clientId) {
    OAuthOptions options =
        OAuthOptions.builder().clientId(clientId).clientSecret("CANARY-secret").build();
    return new OAuthCredential(options, params -> new CompletableFuture<>(), () -> 0);
  }
}
