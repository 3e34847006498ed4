package cloud.finfusion.pipeline;

import java.time.Duration;

/** A call's right to start its next attempt. */
interface Permit {
  /** What {@link #next} answers when none comes in time. */
  long REFUSED = -1;

  /** Always there. */
  Permit FREE =
      new Permit() {
        @Override
        public long next(long longest) {
          return 0;
        }

        @Override
        public Duration retryAfter() {
          return Duration.ZERO;
        }

        @Override
        public void giveBack() {}
      };

  /**
   * Returns the nanoseconds to wait before asking again, 0 to start now, or {@link #REFUSED} if
   * that would be longer than the call can wait.
   */
  long next(long longest);

  /** Returns when the next one comes, for a call that was refused. */
  Duration retryAfter();

  /** The call ended before it used what it waited for. */
  void giveBack();
}
