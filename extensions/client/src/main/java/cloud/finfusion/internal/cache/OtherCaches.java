package cloud.finfusion.internal.cache;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.spi.SharedInvalidation;
import cloud.finfusion.spi.SharedInvalidation.Listener;
import cloud.finfusion.spi.SharedInvalidation.Member;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caches of other instances, which foreign code notifies. Whatever it throws, the own cache
 * works; where it cannot say that the cache is current, it is not.
 */
final class OtherCaches {
  private static final String PLACE = "the shared invalidation";

  private final Member member;
  private final Supplier<Boolean> current; // made once: each read asks

  private OtherCaches(Member member) {
    this.member = member;
    this.current = member::current;
  }

  /** Adds a cache to those of other instances; null for a cache that is alone. */
  static OtherCaches of(@Nullable SharedInvalidation shared, Listener own) {
    if (shared == null) {
      return new OtherCaches(new NoMember(true));
    }
    Member member = Guard.get(PLACE, () -> shared.join(own));
    return new OtherCaches(member == null ? new NoMember(false) : member);
  }

  boolean current() {
    return Boolean.TRUE.equals(Guard.get(PLACE, current));
  }

  void familyChanged(String family) {
    Guard.notify(PLACE, Member::familyChanged, member, family);
  }

  void invalidated(String pattern) {
    Guard.notify(PLACE, Member::invalidated, member, pattern);
  }

  void close() {
    Guard.run(PLACE, member::close);
  }

  /** There are no others, or they cannot be reached. */
  private record NoMember(boolean current) implements Member {
    @Override
    public void familyChanged(String family) {}

    @Override
    public void invalidated(String pattern) {}

    @Override
    public void close() {}
  }
}
