package cloud.finfusion.internal.permit;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The right of one attempt to start, or why there is none. A granted permit has one owner, who ends
 * it once: {@link #release} if no attempt starts, else {@link #attemptEnded}.
 */
public interface Permit {
  /** Granted at once, by a source of which there is nothing to hold. */
  CompletableFuture<Permit> NOTHING_HELD =
      CompletableFuture.completedFuture(
          new Permit() {
            @Override
            public void release() {}

            @Override
            public void attemptEnded(AttemptEnd end) {}
          });

  /** Returns why there is no permit; null if it is granted. */
  default @Nullable Refusal refusal() {
    return null;
  }

  /** Returns the nanoseconds until it may be used; 0 for now. */
  default long readyIn() {
    return 0;
  }

  /**
   * Uses it, right before the attempt. Returns 0, or the nanoseconds to wait before asking again.
   */
  default long use() {
    return 0;
  }

  /** No attempt starts. */
  void release();

  /** The attempt is over. */
  void attemptEnded(AttemptEnd end);
}
