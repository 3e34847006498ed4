package cloud.finfusion.redis;

import cloud.finfusion.spi.SharedInvalidation.Listener;
import cloud.finfusion.spi.SharedInvalidation.Member;

/** The cache of a client of this instance. */
final class ChangeMember implements Member {
  private final RedisInvalidation shared;
  private final String id;
  private final Listener cache;

  ChangeMember(RedisInvalidation shared, String id, Listener cache) {
    this.shared = shared;
    this.id = id;
    this.cache = cache;
  }

  String id() {
    return id;
  }

  Listener cache() {
    return cache;
  }

  @Override
  public void familyChanged(String family) {
    shared.publish(new Change(id, Change.Kind.FAMILY, family));
  }

  @Override
  public void invalidated(String pattern) {
    shared.publish(new Change(id, Change.Kind.PATTERN, pattern));
  }

  @Override
  public boolean current() {
    return shared.isCurrent();
  }

  @Override
  public void close() {
    shared.leave(this);
  }
}
