package cloud.finfusion.sandbox.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.testing.FakeClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens that nobody uses any more do not fill the memory. */
class AccessTokensTest {
  private final FakeClock clock = new FakeClock();
  private final AccessTokens tokens = new AccessTokens(clock);
  private final RefreshTokens refreshTokens = new RefreshTokens();

  @Test
  void validTokensAreKeptHoweverManyThereAre() {
    IntStream.range(0, 3_000).forEach(this::add);

    assertThat(tokens.find("token-0")).isNotNull();
    assertThat(tokens.find("token-2999")).isNotNull();
  }

  @Test
  void someExpiredTokensAreKeptToSayThatTheyExpired() {
    IntStream.range(0, 3_000).forEach(this::add);
    clock.advance(Duration.ofHours(1));
    add(3_000);

    assertThat(tokens.find("token-0")).isNull();
    assertThat(tokens.find("token-2000")).isNull();
    assertThat(tokens.find("token-2001")).isNotNull();
    assertThat(tokens.find("token-3000")).isNotNull();
  }

  @Test
  void theNewest10000RefreshTokensAreKept() {
    IntStream.range(0, 10_001).forEach(i -> refreshTokens.add("token-" + i, "shop", Scopes.ALL));

    assertThatThrownBy(() -> refreshTokens.use("token-0", "shop", ""))
        .isInstanceOf(ApiError.class)
        .hasMessageContaining("no such refresh token");
    assertThat(refreshTokens.use("token-1", "shop", "")).isEqualTo(Scopes.ALL);
    assertThat(refreshTokens.use("token-10000", "shop", "")).isEqualTo(Scopes.ALL);
  }

  private void add(int i) {
    tokens.add(
        "token-" + i,
        new Grant("client shop", clock.instant().plus(Duration.ofHours(1)), Scopes.ALL));
  }
}
