package cloud.finfusion.webhook;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Initialised Macs for reuse. A Mac is not thread-safe and making one costs more than signing a
 * small body; a Mac for each thread would leak with virtual threads. The pool therefore has a few
 * slots, and a thread that finds its slot empty makes a Mac.
 */
final class MacPool {
  private static final int SLOTS =
      Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4;

  private final transient AtomicReferenceArray<@Nullable Mac> idle =
      new AtomicReferenceArray<>(SLOTS);
  private final transient SecretKey key; // transient: no secret where fields are printed

  MacPool(SecretKey key) {
    this.key = key;
  }

  /** Returns a Mac that no other thread uses, ready to sign. */
  Mac take() {
    Mac reused = idle.getAndSet(slot(), null);
    return reused == null ? made() : reused;
  }

  /** Returns a Mac that has signed to the pool. A Mac whose use failed must not be returned. */
  void putBack(Mac mac) {
    idle.set(slot(), mac);
  }

  private static int slot() {
    return (int) Thread.currentThread().getId() & (SLOTS - 1);
  }

  private Mac made() {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), absent);
    }
  }
}
