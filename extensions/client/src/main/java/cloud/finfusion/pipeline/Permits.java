package cloud.finfusion.pipeline;

import cloud.finfusion.runtime.Operation;
import java.util.List;

/** Where attempts get the right to start. Thread-safe. */
interface Permits {
  /** Every attempt may start. */
  Permits UNLIMITED = (operation, wake) -> Permit.FREE;

  /**
   * Returns the permit of one attempt.
   *
   * @param operation what it is an attempt of
   * @param wake run when it may be there before its wait is over
   */
  Permit ofAttempt(Operation operation, Runnable wake);

  /** Permits of all sources together, asked for in this order. */
  static Permits all(List<Permits> sources) {
    return switch (sources.size()) {
      case 0 -> UNLIMITED;
      case 1 -> sources.get(0);
      default ->
          (operation, wake) ->
              new JointPermit(
                  sources.stream().map(source -> source.ofAttempt(operation, wake)).toList());
    };
  }
}
