package cloud.finfusion.internal.permit;

import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.internal.guard.Guard;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lets an attempt wait, without a thread, until there is a token to sign it with. If the token
 * could not be fetched, SIGN reports the reason.
 */
public final class TokenPermits implements Permits {
  private static final Permit READY =
      new Permit() {
        @Override
        public void release() {}

        @Override
        public void attemptEnded(AttemptEnd end) {}
      };
  private static final CompletableFuture<Permit> NOW = CompletableFuture.completedFuture(READY);

  private final FetchedCredential credential;

  /** Permits when this credential has a token. */
  public TokenPermits(FetchedCredential credential) {
    this.credential = credential;
  }

  @Override
  public String name() {
    return "token";
  }

  @Override
  public CompletableFuture<Permit> reserve(String operation, long maxWait) {
    CompletableFuture<?> ready = ready();
    return ready == null || ready.isDone() ? NOW : ready.handle((token, failure) -> READY);
  }

  private @Nullable CompletableFuture<?> ready() {
    return Guard.get("the credential", credential::ready);
  }
}
