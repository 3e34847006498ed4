package cloud.finfusion.verification.soak;

import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param key its idempotency key
 * @param what a name for endings like this one
 * @param outcome what it reported; null if it ended in nothing typed
 * @param paymentId the payment that was returned, if one was
 * @param took how long it took
 */
record Ending(
    String key, String what, @Nullable Outcome outcome, @Nullable String paymentId, Duration took) {

  static Ending returned(String key, String paymentId, Duration took) {
    return new Ending(key, "succeeded", Outcome.DONE, paymentId, took);
  }

  static Ending failed(String key, Throwable failure, Duration took) {
    String name = failure.getClass().getSimpleName();
    return failure instanceof FinFusionException typed
        ? new Ending(key, name + ", " + typed.outcome(), typed.outcome(), null, took)
        : new Ending(key, name + ", not typed", null, null, took);
  }
}
