package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.metrics.CallListener;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The listeners of a client that one kind of event concerns: those that override its method. An
 * event that concerns none of them need not be made.
 *
 * @param <E> the event
 */
public final class Listeners<E> {
  private final CallListener[] listeners; // an iterator would be an object for each event
  private final BiConsumer<CallListener, E> method;

  private Listeners(CallListener[] listeners, BiConsumer<CallListener, E> method) {
    this.listeners = listeners;
    this.method = method;
  }

  /** Chooses from all listeners by the method's name and its one parameter. */
  static <E> Listeners<E> of(
      List<CallListener> all, String name, Class<E> event, BiConsumer<CallListener, E> method) {
    return new Listeners<>(
        all.stream().filter(each -> overrides(each, name, event)).toArray(CallListener[]::new),
        method);
  }

  /** A class that cannot be looked into is notified. */
  private static boolean overrides(CallListener listener, String name, Class<?> event) {
    try {
      return listener.getClass().getMethod(name, event).getDeclaringClass() != CallListener.class;
    } catch (NoSuchMethodException | LinkageError | SecurityException unknown) {
      return true;
    }
  }

  /** Returns whether the event concerns nobody. */
  public boolean isEmpty() {
    return listeners.length == 0;
  }

  /** Notifies each listener, through the guard. */
  public void send(E event) {
    for (CallListener each : listeners) {
      Guard.notify("a listener", method, each, event);
    }
  }
}
