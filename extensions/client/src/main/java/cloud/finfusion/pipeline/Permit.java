package cloud.finfusion.pipeline;

import java.time.Duration;

/**
 * The right of one attempt to start. Asked for until it is there; then either given back, because
 * the attempt does not start, or told how the attempt ended. Thread-safe.
 */
interface Permit {
  /** What {@link #next} answers when it does not come in time. */
  long REFUSED = -1;

  /** Always there. */
  Permit FREE =
      new Permit() {
        @Override
        public long next(long longest) {
          return 0;
        }

        @Override
        public Stop refusal() {
          return Stop.NO_PERMIT;
        }

        @Override
        public Duration retryAfter() {
          return Duration.ZERO;
        }

        @Override
        public void giveBack() {}

        @Override
        public void ended(Answer answer) {}
      };

  /**
   * Returns the nanoseconds to wait before asking again, 0 if it is there, however often asked, or
   * {@link #REFUSED} if that would be longer than the call can wait.
   */
  long next(long longest);

  /** Returns what a call that was refused ends with. */
  Stop refusal();

  /** Returns when a call that was refused may try again. */
  Duration retryAfter();

  /** The attempt does not start. */
  void giveBack();

  /** The attempt is over, and this came of it. */
  void ended(Answer answer);
}
