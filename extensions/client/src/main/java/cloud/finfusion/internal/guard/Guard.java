package cloud.finfusion.internal.guard;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs foreign code: listeners, callbacks and suppliers of the caller. Exceptions are logged by
 * class and place, never by message, which may hold a secret.
 */
public final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private Guard() {}

  /** Runs foreign code; exceptions are logged and ignored. */
  public static void run(String place, Runnable foreign) {
    try {
      foreign.run();
    } catch (Throwable thrown) {
      log(place, thrown);
    }
  }

  /** Passes an event to foreign code; exceptions are logged and ignored. */
  public static <E> void accept(String place, Consumer<? super E> foreign, E event) {
    try {
      foreign.accept(event);
    } catch (Throwable thrown) {
      log(place, thrown);
    }
  }

  /** Passes an event to a method of foreign code; exceptions are logged and ignored. */
  public static <L, E> void notify(String place, BiConsumer<L, E> method, L listener, E event) {
    try {
      method.accept(listener, event);
    } catch (Throwable thrown) {
      log(place, thrown);
    }
  }

  /** Returns the value that foreign code supplies; null if the code throws. */
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
      // the call matters more than its log
    }
  }

  /**
   * Sets the interrupt flag again if the JDK cleared it to throw this. An exception that foreign
   * code created says nothing of this thread.
   */
  public static void keepInterrupt(Throwable thrown) {
    if (isOfInterrupt(thrown)) {
      StackTraceElement[] trace = thrown.getStackTrace();
      if (trace.length > 0 && trace[0].getClassName().startsWith("java.")) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The streams of the JDK tell of an interrupt by the type that a socket's timeout has too. */
  private static boolean isOfInterrupt(Throwable thrown) {
    return thrown instanceof InterruptedException
        || (thrown instanceof InterruptedIOException
            && !(thrown instanceof SocketTimeoutException));
  }

  /** Returns what was thrown and where, without the message, which may hold anything. */
  public static String describe(Throwable thrown) {
    String type = thrown.getClass().getName();
    try {
      StackTraceElement[] trace = thrown.getStackTrace();
      return trace.length == 0 ? type : type + " at " + trace[0];
    } catch (Throwable ofTheException) { // the exception's class may be foreign too
      return type;
    }
  }
}
