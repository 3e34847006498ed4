package cloud.finfusion.junit;

import cloud.finfusion.sandbox.Sandbox;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for deliveries of events, which go on after the call that caused them has returned. */
final class Deliveries {
  private static final long SECONDS = 5;

  private Deliveries() {}

  /** Returns when none is pending, or after the longest wait: the assertion then says what is. */
  static void awaitEnd(Sandbox sandbox) {
    try {
      sandbox.webhooks().whenNonePending().get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException pending) {
      // the count that follows shows those that are pending
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
