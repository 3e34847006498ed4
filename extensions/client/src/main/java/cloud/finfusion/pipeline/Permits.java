package cloud.finfusion.pipeline;

import java.util.List;

/** Where attempts get the right to start. Thread-safe. */
interface Permits {
  /** Every attempt may start. */
  Permits UNLIMITED = wake -> Permit.FREE;

  /**
   * Returns the permit of one attempt.
   *
   * @param wake run when it may be there before its wait is over
   */
  Permit ofAttempt(Runnable wake);

  /** Permits of all sources together, asked for in this order. */
  static Permits all(List<Permits> sources) {
    return switch (sources.size()) {
      case 0 -> UNLIMITED;
      case 1 -> sources.get(0);
      default ->
          wake -> new JointPermit(sources.stream().map(source -> source.ofAttempt(wake)).toList());
    };
  }
}
