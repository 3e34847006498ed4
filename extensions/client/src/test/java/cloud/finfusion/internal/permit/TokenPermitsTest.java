package cloud.finfusion.internal.permit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.auth.FetchedCredential;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attempt waits for its token; whether there is one is for the signing to say. */
class TokenPermitsTest {
  private static TokenPermits permits(Supplier<CompletableFuture<?>> ready) {
    return new TokenPermits(
        new FetchedCredential() {
          @Override
          public CompletableFuture<?> ready() {
            return ready.get();
          }

          @Override
          public String token() {
            throw new AssertionError("signing asks for it");
          }
        });
  }

  private static CompletableFuture<Permit> ask(Supplier<CompletableFuture<?>> ready) {
    return permits(ready).reserve("payments.create", 0);
  }

  @Test
  void listenersKnowItAsTheToken() {
    assertThat(permits(CompletableFuture::new).name()).isEqualTo("token");
  }

  @Test
  void anAttemptWaitsUntilTheTokenIsThere() {
    CompletableFuture<String> fetching = new CompletableFuture<>();
    CompletableFuture<Permit> asked = ask(() -> fetching);
    assertThat(asked).isNotDone();

    fetching.complete("tok_1");

    assertGranted(asked);
  }

  @Test
  void aFetchThatFailsEndsTheWaitToo() {
    CompletableFuture<String> fetching = new CompletableFuture<>();
    CompletableFuture<Permit> asked = ask(() -> fetching);

    fetching.completeExceptionally(new AssertionError());

    assertGranted(asked);
  }

  private static Stream<Supplier<CompletableFuture<?>>> credentialsWithNothingToWaitFor() {
    return Stream.of(
        () -> CompletableFuture.completedFuture("tok_1"),
        () -> CompletableFuture.failedFuture(new AssertionError()),
        () -> {
          throw new LinkageError();
        });
  }

  @ParameterizedTest
  @MethodSource("credentialsWithNothingToWaitFor")
  void nothingToWaitForIsNoWait(Supplier<CompletableFuture<?>> ready) {
    assertGranted(ask(ready));
  }

  private static void assertGranted(CompletableFuture<Permit> asked) {
    assertThat(asked).isDone();
    Permit permit = asked.join();
    assertThat(permit.refusal()).isNull();
    assertThat(permit.readyIn() + permit.use()).isZero();
    permit.release();
    permit.attemptEnded(new AttemptEnd(0, false, false, null, null));
  }
}
