package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults that close or reset the connection, with the names of the command line. */
public final class ConnectionFaults {
  /** Closes the connection without sending a byte; the work is not done. */
  public static final NamedFault DROP =
      new NamedFault("drop", Fault.beforeWork(ResponseWriter.dropped()));

  /** Resets the connection without sending a byte; the work is not done. */
  public static final NamedFault RESET =
      new NamedFault("reset", Fault.beforeWork(ResponseWriter.reset()));

  /** Does the work, then closes the connection without sending a byte. */
  public static final NamedFault DROP_AFTER_WORK =
      new NamedFault("drop-after-work", Fault.afterWork(ResponseWriter.dropped()));

  /** Does the work, then resets the connection without sending a byte. */
  public static final NamedFault RESET_AFTER_WORK =
      new NamedFault("reset-after-work", Fault.afterWork(ResponseWriter.reset()));

  /** Does the work, then closes the connection half way through the response. */
  public static final NamedFault TRUNCATE =
      new NamedFault("truncate", Fault.sending(BrokenResponses::truncated));

  private ConnectionFaults() {}

  /** The fault of this name. */
  public static Optional<NamedFault> named(String name) {
    return Stream.of(DROP, RESET, DROP_AFTER_WORK, RESET_AFTER_WORK, TRUNCATE)
        .filter(each -> each.name().equals(name))
        .findFirst();
  }
}
