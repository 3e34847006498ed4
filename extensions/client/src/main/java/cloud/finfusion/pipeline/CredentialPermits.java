package cloud.finfusion.pipeline;

import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.runtime.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lets an attempt wait, without a thread, until there is a token to sign it with. That there is
 * none, and why, is found out by {@link Sign}.
 */
record CredentialPermits(FetchedCredential credential) implements Permits {
  @Override
  public Permit ofAttempt(Operation operation, Runnable wake) {
    return operation.signed() ? new Ready(wake) : Permit.FREE;
  }

  private final class Ready implements Permit {
    private final Runnable wake;
    private @Nullable CompletableFuture<?> ready;

    Ready(Runnable wake) {
      this.wake = wake;
    }

    @Override
    public long next(long longest) {
      CompletableFuture<?> known = ready;
      if (known == null) {
        known = credential.ready();
        ready = known;
        var unused = known.whenComplete((token, failure) -> wake.run());
      }
      if (known.isDone()) {
        return 0;
      }
      return longest > 0 ? longest : REFUSED;
    }

    @Override
    public Stop refusal() {
      return Stop.DEADLINE;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }

    @Override
    public void giveBack() {}

    @Override
    public void ended(Answer answer) {}
  }
}
