package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The time in which a thread runs code of a call, with the call in the log's context (SLF4J's MDC).
 * Closed on the thread that entered it, which then has what it had before: a thread of the client's
 * pool keeps nothing of one call for the next, and scopes of nested calls may nest.
 */
@FunctionalInterface
public interface LogScope {
  /** The scope of a client that has not asked for a log context; nothing is kept or allocated. */
  LogScope NONE = () -> {};

  /** The operation's name, as {@code payments.create}. */
  String OPERATION = "finfusion.operation";

  /** The id of the call, which each request carries unless its operation was given another. */
  String CALL_ID = "finfusion.call_id";

  /** The id that the server gave the last response. */
  String REQUEST_ID = "finfusion.request_id";

  /** Puts back what the thread had before. */
  void close();

  /** Puts a call into the log's context of this thread. */
  static LogScope of(String operation, String callId, @Nullable String requestId) {
    LogScope restored = restoring();
    set(OPERATION, operation);
    set(CALL_ID, callId);
    set(REQUEST_ID, requestId);
    return restored;
  }

  private static LogScope restoring() {
    String operation = get(OPERATION);
    String callId = get(CALL_ID);
    String requestId = get(REQUEST_ID);
    return () -> {
      set(OPERATION, operation);
      set(CALL_ID, callId);
      set(REQUEST_ID, requestId);
    };
  }

  private static @Nullable String get(String key) {
    return Guard.get("the log", () -> MDC.get(key));
  }

  /** Sets one value; null removes it. */
  static void set(String key, @Nullable String value) {
    Guard.run(
        "the log",
        () -> {
          if (value == null) {
            MDC.remove(key);
          } else {
            MDC.put(key, value);
          }
        });
  }
}
