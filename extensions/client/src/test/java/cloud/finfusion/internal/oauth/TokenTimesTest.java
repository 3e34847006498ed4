package cloud.finfusion.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.ErrorResponse;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.Token;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When exactly a token is fetched, used and no longer used, by a clock of the test's own. */
class TokenTimesTest {
  private static final OAuthOptions OPTIONS =
      OAuthOptions.builder().clientId("shop").clientSecret("CANARY-secret").build();

  private final AtomicLong nanos = new AtomicLong(42);
  private final Deque<CompletableFuture<Token>> fetches = new ArrayDeque<>();
  private Runnable atNextReading = () -> {};
  private final OAuthCredential credential =
      new OAuthCredential(
          OPTIONS,
          params -> {
            fetches.add(new CompletableFuture<>());
            return fetches.getLast();
          },
          this::now);

  private long now() {
    Runnable once = atNextReading;
    atNextReading = () -> {};
    once.run();
    return nanos.get();
  }

  private static Token token(String value, @Nullable Long seconds) {
    Token.Builder token = Token.builder().accessToken(value).tokenType("Bearer");
    return (seconds == null ? token : token.expiresIn(seconds)).build();
  }

  private void issued(String value, @Nullable Long seconds) {
    assertThat(credential.ready()).isNotDone();
    fetches.getLast().complete(token(value, seconds));
    assertThat(credential.token()).isEqualTo(value);
  }

  private void failed(RuntimeException problem) {
    var unused = credential.ready();
    fetches.getLast().completeExceptionally(problem);
  }

  /** Asserts that the next fetch starts that much later, and not a nanosecond before. */
  private void fetchesAfter(Duration wait) {
    int before = fetches.size();
    nanos.addAndGet(wait.toNanos() - 1);
    assertThat(credential.ready()).isDone();
    assertThat(fetches).hasSize(before);
    nanos.incrementAndGet();
    var unused = credential.ready();
    assertThat(fetches).hasSize(before + 1);
  }

  @ParameterizedTest
  @CsvSource({"3600, 3540", "120, 60", "60, 30", "1000000, 86340"})
  void aTokenIsReplacedAMinuteAheadOrAtHalfOfItsLife(long life, long due) {
    issued("tok_1", life);

    fetchesAfter(Duration.ofSeconds(due));

    assertThat(credential.ready()).as("calls go on with the old one").isDone();
    assertThat(credential.token()).isEqualTo("tok_1");
  }

  @Test
  void aTokenIsWaitedForFromItsEndOnAndNotBefore() {
    issued("tok_1", 3600L);
    nanos.addAndGet(Duration.ofHours(1).toNanos() - 1);
    assertThat(credential.ready()).isDone();

    nanos.incrementAndGet();

    assertThat(credential.ready()).isNotDone();
    fetches.getLast().complete(token("tok_2", null));
    assertThat(credential.token()).isEqualTo("tok_2");
  }

  /** Between seeing that the token ended and fetching another, a call reads the clock. */
  @Test
  void aTokenThatAnotherCallFetchedMeanwhileIsUsedAndNoneIsFetched() {
    issued("tok_1", 60L);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    atNextReading = () -> issued("tok_2", 3600L);

    assertThat(credential.ready()).isDone();

    assertThat(credential.token()).isEqualTo("tok_2");
    assertThat(fetches).hasSize(2);
  }

  @Test
  void aTokenOfUnknownLifeIsUsedUntilItIsRefused() {
    issued("tok_1", null);
    nanos.addAndGet(Duration.ofDays(300).toNanos());
    assertThat(credential.ready()).isDone();
    assertThat(credential.refused("another")).isTrue();
    assertThat(credential.ready()).isDone();

    assertThat(credential.refused("tok_1")).isTrue();

    assertThat(credential.ready()).isNotDone();
    assertThat(fetches).hasSize(2);
  }

  @Test
  void aTokenThatEndsAtOnceServesTheCallThatFetchedIt() {
    issued("tok_1", 0L);

    assertThat(credential.ready()).isNotDone();
  }

  @ParameterizedTest
  @CsvSource({
    "400, application/json, 120",
    "401, Application/JSON;charset=UTF-8, 120",
    "403, application/problem+json, 120",
    "400, text/html, 1",
    "401, , 120",
    "403, text/html, 1",
    "402, application/json, 1",
    "404, application/json, 1",
    "429, application/json, 1",
    "500, application/json, 1"
  })
  void afterARefusalThereIsALongerRestThanAfterAFailure(
      int status, @Nullable String type, long seconds) {
    failed(response(status, type));
    assertThatThrownBy(credential::token).hasMessageContaining("" + status);

    fetchesAfter(Duration.ofSeconds(seconds));
  }

  private static RuntimeException response(int status, @Nullable String type) {
    Map<String, List<String>> headers =
        type == null ? Map.of() : Map.of("content-type", List.of(type));
    ErrorResponse error = new ErrorResponse(status, null, null, List.of(), headers, null);
    return new ApiException(
        new CallFacts("tokens.create", Outcome.NOT_SENT, false, 0, Duration.ZERO, null),
        error,
        "no.");
  }

  @Test
  void afterABrokenConnectionThereIsAShortRest() {
    failed(new IllegalStateException("no connection"));
    assertThatThrownBy(credential::token).hasMessage("no connection");

    fetchesAfter(Duration.ofSeconds(1));
  }

  @Test
  void aGoodTokenIsUsedAfterAFailedRefreshAndAnEndedOneIsNot() {
    issued("tok_1", 3600L);
    nanos.addAndGet(Duration.ofSeconds(3599).toNanos());
    failed(new IllegalStateException("no connection"));
    assertThat(credential.token()).isEqualTo("tok_1");

    nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
    assertThat(credential.token()).isEqualTo("tok_1");
    nanos.incrementAndGet();
    assertThatThrownBy(credential::token).hasMessage("no connection");
  }

  @Test
  void aTokenThatCameAfterAFailureIsUsed() {
    failed(new IllegalStateException("no connection"));
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    issued("tok_2", 60L);

    assertThat(credential.ready()).isDone();
  }

  @Test
  void whoeverHasNotWaitedGetsNoToken() {
    assertThatThrownBy(credential::token).isInstanceOf(IllegalStateException.class);
  }
}
