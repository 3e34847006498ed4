package cloud.finfusion.internal.cache;

import cloud.finfusion.spi.SharedInvalidation;
import java.util.ArrayList;
import java.util.List;

/** Other instances, of which a test says what they changed; it notes what they are notified of. */
final class FakeSharing implements SharedInvalidation, SharedInvalidation.Member {
  final List<String> notified = new ArrayList<>();
  private final List<Listener> joined = new ArrayList<>();
  boolean current = true;

  @Override
  public Member join(Listener listener) {
    joined.add(listener);
    return this;
  }

  Listener cache() {
    return joined.get(0);
  }

  @Override
  public void familyChanged(String family) {
    notified.add("family " + family);
  }

  @Override
  public void invalidated(String pattern) {
    notified.add("pattern " + pattern);
  }

  @Override
  public boolean current() {
    return current;
  }

  @Override
  public void close() {
    notified.add("closed");
  }
}
