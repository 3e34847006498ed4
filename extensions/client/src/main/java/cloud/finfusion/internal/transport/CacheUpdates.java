package cloud.finfusion.internal.transport;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.cache.InFlight;
import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.internal.call.PipelineCall;
import cloud.finfusion.internal.call.SharedRead;
import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.internal.guard.Guard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the end of a call changes in the client's cache. */
final class CacheUpdates {
  private final CallMethod<?> method;
  private final PipelineCall pipeline;

  CacheUpdates(CallMethod<?> method, PipelineCall pipeline) {
    this.method = method;
    this.pipeline = pipeline;
  }

  /** Ends the read that other calls joined; null gives it up. */
  void share(@Nullable SharedRead read) {
    InFlight<SharedRead> owned = pipeline.takeOwned();
    ResponseCache<SharedRead> cache = cache();
    if (owned == null || cache == null) {
      return;
    }
    if (read == null || !isOwnersStill(owned)) {
      cache.giveUp(owned);
      return;
    }
    boolean keeps = read instanceof SharedRead.Success success && success.body() != null;
    int seconds = keeps ? method.operation().ttl() : 0;
    cache.complete(owned, read, Duration.ofSeconds(seconds));
  }

  /** Returns whether the token that signed belongs to the owner in the read's key. */
  private boolean isOwnersStill(InFlight<SharedRead> owned) {
    String token = pipeline.context().token();
    Signer signer = method.operation().signer();
    String owner =
        signer.signs() ? Guard.get("the credential", () -> signer.fingerprint(token)) : "";
    return owner != null && owned.key().isOwnedBy(owner);
  }

  /** Drops the reads that a write changed or may have changed. */
  void invalidate(Outcome outcome) {
    boolean effect = outcome == Outcome.DONE || outcome == Outcome.UNKNOWN;
    ResponseCache<SharedRead> cache = cache();
    if (effect && !method.operation().read() && cache != null) {
      cache.invalidateFamily(method.operation().family());
    }
  }

  private @Nullable ResponseCache<SharedRead> cache() {
    return method.services().cache();
  }
}
