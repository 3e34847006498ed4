package cloud.finfusion.foreign;

import cloud.finfusion.spi.SharedInvalidation;
import cloud.finfusion.testing.Thrower;

/** Other instances that change nothing, and whose code throws in one of its methods. */
record ThrowingSharing(String method, Thrower thrower)
    implements SharedInvalidation, SharedInvalidation.Member {
  private void at(String name) {
    if (name.equals(method)) {
      thrower.run();
    }
  }

  @Override
  public Member join(Listener listener) {
    at("join");
    return this;
  }

  @Override
  public void familyChanged(String family) {
    at("familyChanged");
  }

  @Override
  public void invalidated(String pattern) {
    at("invalidated");
  }

  @Override
  public boolean current() {
    at("current");
    return true;
  }

  @Override
  public void close() {
    at("close");
  }
}
