package cloud.finfusion.pipeline;

import java.time.Duration;
import java.util.List;

/**
 * Several permits that an attempt needs together. After each wait all are looked at again: the
 * circuit may have opened while the call waited for its plan.
 */
final class JointPermit implements Permit {
  private final List<Permit> permits;
  private volatile Permit refusing = FREE;

  JointPermit(List<Permit> permits) {
    this.permits = permits;
  }

  @Override
  public long next(long longest) {
    for (Permit each : permits) {
      long wait = each.next(longest);
      if (wait == REFUSED) {
        refusing = each;
      }
      if (wait != 0) {
        return wait;
      }
    }
    return 0;
  }

  @Override
  public Stop refusal() {
    return refusing.refusal();
  }

  @Override
  public Duration retryAfter() {
    return refusing.retryAfter();
  }

  @Override
  public void giveBack() {
    permits.forEach(Permit::giveBack);
  }

  @Override
  public void ended(Answer answer) {
    permits.forEach(each -> each.ended(answer));
  }
}
