package cloud.finfusion.internal.guard;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which foreign code runs: listeners, callbacks and suppliers of the caller.
 * Whatever it throws is logged by class and place, never by message, which may hold a secret.
 */
public final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private Guard() {}

  /** Runs foreign code; what it throws changes nothing. */
  public static void run(String place, Runnable foreign) {
    try {
      foreign.run();
    } catch (Throwable thrown) {
      log(place, thrown);
    }
  }

  /** Hands an event to foreign code; what it throws changes nothing. */
  public static <E> void accept(String place, Consumer<? super E> foreign, E event) {
    try {
      foreign.accept(event);
    } catch (Throwable thrown) {
      log(place, thrown);
    }
  }

  /** Returns what foreign code supplies; null if it throws. */
  public static <T> @Nullable T get(String place, Supplier<? extends @Nullable T> foreign) {
    try {
      return foreign.get();
    } catch (Throwable thrown) {
      log(place, thrown);
      return null;
    }
  }

  /** Logging is foreign code too. */
  private static void log(String place, Throwable thrown) {
    try {
      keepInterrupt(thrown);
      LOG.warn("{} threw {}, which is ignored", place, describe(thrown));
    } catch (Throwable nowhereToSayIt) {
      // what the caller asked for matters more than its log
    }
  }

  /**
   * Sets the interrupt flag again if the JDK took it down to throw this. One that somebody made by
   * hand says nothing of this thread.
   */
  public static void keepInterrupt(Throwable thrown) {
    if (thrown instanceof InterruptedException) {
      StackTraceElement[] trace = thrown.getStackTrace();
      if (trace.length > 0 && trace[0].getClassName().startsWith("java.")) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What was thrown and where; not its message, which may hold anything. */
  public static String describe(Throwable thrown) {
    String type = thrown.getClass().getName();
    try {
      StackTraceElement[] trace = thrown.getStackTrace();
      return trace.length == 0 ? type : type + " at " + trace[0];
    } catch (Throwable ofTheException) { // its class may be foreign too
      return type;
    }
  }
}
