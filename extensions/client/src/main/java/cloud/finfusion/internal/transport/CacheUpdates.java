package cloud.finfusion.internal.transport;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.cache.InFlight;
import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.internal.call.OperationContext;
import cloud.finfusion.internal.call.PipelineCall;
import cloud.finfusion.internal.call.SharedRead;
import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.internal.guard.Guard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the ends of an operation's calls change in the client's cache. Thread-safe. */
final class CacheUpdates {
  private final OperationContext operation;
  private final @Nullable ResponseCache<SharedRead> cache;

  CacheUpdates(OperationContext operation, @Nullable ResponseCache<SharedRead> cache) {
    this.operation = operation;
    this.cache = cache;
  }

  /** Gives its result to the calls that joined this read; null makes them read for themselves. */
  void share(PipelineCall pipeline, @Nullable SharedRead read) {
    InFlight<SharedRead> owned = pipeline.takeOwned();
    if (owned == null || cache == null) {
      return;
    }
    if (read == null || !isOwnersStill(owned, pipeline.context().token())) {
      cache.giveUp(owned);
      return;
    }
    boolean keeps = read instanceof SharedRead.Success success && success.body() != null;
    int seconds = keeps ? operation.ttl() : 0;
    cache.complete(owned, read, Duration.ofSeconds(seconds));
  }

  /** Returns whether the token that signed belongs to the owner in the read's key. */
  private boolean isOwnersStill(InFlight<SharedRead> owned, String token) {
    Signer signer = operation.signer();
    String owner =
        signer.signs() ? Guard.get("the credential", () -> signer.fingerprint(token)) : "";
    return owner != null && owned.key().isOwnedBy(owner);
  }

  /** Drops the reads that a write changed or may have changed. */
  void invalidate(Outcome outcome) {
    boolean effect = outcome == Outcome.DONE || outcome == Outcome.UNKNOWN;
    if (effect && !operation.read() && cache != null) {
      cache.invalidateFamily(operation.family());
    }
  }
}
