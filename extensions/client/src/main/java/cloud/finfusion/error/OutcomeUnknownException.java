package cloud.finfusion.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A write that may have been done. Do not repeat the write under another idempotency key: look it
 * up, or make the same call with the same key. The cause says why nothing more is known.
 */
public class OutcomeUnknownException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String idempotencyKey;

  /** A write with its idempotency key, null if it carried none, and the reason. */
  public OutcomeUnknownException(
      CallFacts facts, @Nullable String idempotencyKey, FinFusionException reason) {
    super(
        facts,
        "it may have been done. " + advice(idempotencyKey) + " Because of: " + reason.sentence(),
        reason);
    this.idempotencyKey = idempotencyKey;
  }

  private static String advice(@Nullable String key) {
    return key == null
        ? "Look it up before doing it again."
        : "Look it up, or call again with the idempotency key " + key + ".";
  }

  /** Returns what the reason says of the same call with the same key. */
  @Override
  public @Nullable Duration retryAfter() {
    return getCause() instanceof FinFusionException reason ? reason.retryAfter() : null;
  }

  /** Returns the key that the write carried; null if it carried none. */
  public @Nullable String idempotencyKey() {
    return idempotencyKey;
  }
}
