package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.util.function.Function;

/** An injected fault: decides whether an operation's work is done, and what is sent. */
@FunctionalInterface
public interface Fault {
  ResponseWriter apply(OperationWork work);

  /** The work is not done. */
  static Fault beforeWork(ResponseWriter response) {
    return work -> response;
  }

  /** The work is done, and another response is sent than its own. */
  static Fault afterWork(ResponseWriter response) {
    return work -> {
      work.run();
      return response;
    };
  }

  /** The work is done, and its response is sent in another way. */
  static Fault sending(Function<ApiResponse, ResponseWriter> writer) {
    return work -> writer.apply(work.run());
  }

  /** The work pauses before it is done; its own response is sent. */
  static Fault slow(Runnable pause) {
    return work -> work.run(pause);
  }
}
