package cloud.finfusion.internal.loop;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * A loop and its clock: two sources of permits, 1000 ns, of which a wait has to leave 100, two
 * retries. The clock wraps in the middle, as nanoTime may.
 */
final class LoopUnderTest {
  /** The wait before another attempt. */
  static final long DELAY = 300;

  /** From the start to the deadline. */
  static final long BUDGET = 1000;

  private static final Set<Integer> RETRYABLE = Set.of(0, 503);

  final CallLoop loop;
  long now = Long.MAX_VALUE - 500;

  LoopUnderTest(boolean joins) {
    RetryPlan plan =
        new RetryPlan() {
          @Override
          public long delay(AttemptResult result, int retries, long left) {
            return RETRYABLE.contains(result.status()) && retries < 2 && DELAY < left
                ? DELAY
                : NEVER;
          }

          @Override
          public boolean pay() {
            return true;
          }
        };
    loop = new CallLoop(new CallRules(now, now + BUDGET, 100, 2, joins, 0, true, plan));
  }

  void pass(long nanos) {
    now += nanos;
  }

  /** Ends the attempt; says whether that is allowed. */
  String ended(AttemptResult result) {
    try {
      loop.attemptEnded(result, now);
      return "-";
    } catch (IllegalStateException bug) {
      return "bug";
    }
  }

  /** The next step, in words; of an end, all that is known. */
  String next() {
    Step step = loop.next(now);
    String holds = loop.held() == 0 ? "" : ", holds " + loop.held();
    return switch (step.kind()) {
      case RESERVE -> "RESERVE " + step.source() + " within " + step.nanos();
      case PAUSE, AWAIT -> step.kind() + " " + step.nanos() + holds;
      case END -> "END " + text(Objects.requireNonNull(loop.end())) + misses() + holds;
      default -> step.kind().toString();
    };
  }

  private String misses() {
    return loop.missingPermit() < 0 ? "" : ", misses " + loop.missingPermit();
  }

  private static String text(CallEnd end) {
    String why = end.stop() == null ? "" : end.stop() + " ";
    String result = end.result() == null ? "" : text(end.result()) + " ";
    String last = end.last() == null ? "" : ", last " + end.last().status();
    String later =
        end.retryAfter().equals(Duration.ZERO) ? "" : ", in " + ages(end.retryAfter().toNanos());
    return why + result + end.outcome() + " after " + end.attempts() + last + later;
  }

  private static String text(AttemptResult result) {
    if (result.status() > 0) {
      return "status " + result.status();
    }
    return result.failure() == null ? "nothing" : result.failure().getClass().getSimpleName();
  }

  private static String ages(long nanos) {
    return nanos == Long.MAX_VALUE ? "ages" : String.valueOf(nanos);
  }
}
