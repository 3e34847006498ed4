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
  private final FetchedCredential credential;

  /** Grants permits when this credential has a token. */
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
    return ready == null || ready.isDone()
        ? Permit.NOTHING_HELD
        : ready.handle((token, failure) -> Permit.NOTHING_HELD.join());
  }

  private @Nullable CompletableFuture<?> ready() {
    return Guard.get("the credential", credential::ready);
  }
}
