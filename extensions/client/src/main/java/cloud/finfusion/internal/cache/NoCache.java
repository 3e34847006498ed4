package cloud.finfusion.internal.cache;

import cloud.finfusion.cache.Cache;
import cloud.finfusion.cache.CacheStatistics;
import cloud.finfusion.internal.pattern.KeyPattern;

/** The empty cache of a client without cache options. */
public final class NoCache implements Cache {
  @Override
  public int invalidate(String pattern) {
    KeyPattern.of("pattern", pattern);
    return 0;
  }

  @Override
  public CacheStatistics statistics() {
    return new CacheStatistics(0, 0, 0, 0);
  }
}
