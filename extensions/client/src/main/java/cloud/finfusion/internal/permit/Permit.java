package cloud.finfusion.internal.permit;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The right of one attempt to start, or the reason why there is none. A granted permit has one
 * owner, which ends it once: {@link #release} if no attempt starts, else {@link #attemptEnded}.
 */
public interface Permit {
  /** A permit that is granted at once and holds nothing. */
  CompletableFuture<Permit> NOTHING_HELD =
      CompletableFuture.completedFuture(
          new Permit() {
            @Override
            public void release() {}

            @Override
            public void attemptEnded(AttemptEnd end) {}
          });

  /** Returns why there is no permit; null if it is granted. */
  default @Nullable PermitRefusal refusal() {
    return null;
  }

  /** Returns the nanoseconds until the permit may be used; 0 for now. */
  default long readyIn() {
    return 0;
  }

  /**
   * Uses the permit, right before the attempt. Returns 0, or the nanoseconds to wait before asking
   * again.
   */
  default long use() {
    return 0;
  }

  /** Returns whether an attempt keeps the permit while its caller reads the body off the wire. */
  default boolean isHeldByBody() {
    return false;
  }

  /** Ends the permit: no attempt starts. */
  void release();

  /** Ends the permit: the attempt is over. */
  void attemptEnded(AttemptEnd end);
}
