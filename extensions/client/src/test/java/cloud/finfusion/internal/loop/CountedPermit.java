package cloud.finfusion.internal.loop;

import cloud.finfusion.internal.permit.AttemptEnd;
import cloud.finfusion.internal.permit.Permit;

/** A permit that counts how often it is ended. */
final class CountedPermit implements Permit {
  private int used;
  private int released;

  boolean isEndedOnce() {
    return used + released == 1;
  }

  @Override
  public void release() {
    released++;
  }

  @Override
  public void attemptEnded(AttemptEnd end) {
    used++;
  }
}
