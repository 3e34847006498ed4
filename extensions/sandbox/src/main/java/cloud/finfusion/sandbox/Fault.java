package cloud.finfusion.sandbox;

import java.util.function.Function;

/** One thing that goes wrong, once: a fault decides whether the work is done and what is sent. */
@FunctionalInterface
interface Fault {
  ResponseWriter around(OperationWork work);

  /** The work is not done. */
  static Fault beforeWork(ResponseWriter reply) {
    return work -> reply;
  }

  /** The work is done, and something else is sent than its answer. */
  static Fault afterWork(ResponseWriter reply) {
    return work -> {
      work.run();
      return reply;
    };
  }

  /** The work is done, and its answer is sent in another way than it should be. */
  static Fault spoiling(Function<ApiResponse, ResponseWriter> spoil) {
    return work -> spoil.apply(work.run());
  }

  /** The work takes long; its own answer is sent. */
  static Fault slow(Runnable pause) {
    return work -> work.run(pause);
  }
}
