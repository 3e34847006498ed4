package cloud.finfusion.stress;

import cloud.finfusion.model.Payment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the callers were given, a name for each call. */
final class Results {
  /** What one call came to: a payment, something else, or what was thrown. */
  record Result(@Nullable String paymentId, @Nullable Throwable thrown) {}

  private final AtomicInteger made = new AtomicInteger();
  private final Map<String, Result> results = new ConcurrentHashMap<>();
  private final LongAdder twice = new LongAdder();
  private final LongAdder interrupts = new LongAdder();
  private final LongAdder wrongFlags = new LongAdder();

  String nextName() {
    return "call-" + made.incrementAndGet();
  }

  void end(String call, @Nullable Object body, @Nullable Throwable thrown) {
    String paymentId = body instanceof Payment payment ? payment.id() : null;
    if (results.put(call, new Result(paymentId, thrown)) != null) {
      twice.increment();
    }
  }

  /** After a call on a thread that was interrupted, or not, and whose flag was set, or not. */
  void flag(boolean interrupted, boolean set) {
    if (interrupted) {
      interrupts.increment();
    }
    if (interrupted != set) {
      wrongFlags.increment();
    }
  }

  int made() {
    return made.get();
  }

  Map<String, Result> all() {
    return results;
  }

  /** How many calls had more than one. */
  long twice() {
    return twice.sum();
  }

  long interrupts() {
    return interrupts.sum();
  }

  long wrongFlags() {
    return wrongFlags.sum();
  }
}
