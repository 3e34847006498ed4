package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallerContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** What all listeners want to be current wherever the calls of a run are made. */
record CallerContexts(List<CallerContext> contexts) {
  /** Asks the listeners, on the thread that starts the run. */
  static CallerContexts captured(List<CallListener> listeners) {
    return new CallerContexts(
        listeners.stream()
            .map(each -> Guard.get("a listener", each::runStarted))
            .filter(Objects::nonNull)
            .filter(each -> each != CallerContext.NONE)
            .toList());
  }

  /** Makes a call with all of them current. */
  <T> T around(Supplier<T> call) {
    if (contexts.isEmpty()) {
      return call.get();
    }
    Deque<CallerContext.Scope> entered = new ArrayDeque<>();
    for (CallerContext each : contexts) {
      CallerContext.Scope scope = Guard.get("a listener", each::enter);
      if (scope != null) {
        entered.push(scope);
      }
    }
    try {
      return call.get();
    } finally {
      entered.forEach(each -> Guard.run("a listener", each::close));
    }
  }
}
