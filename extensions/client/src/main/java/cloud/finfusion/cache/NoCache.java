package cloud.finfusion.cache;

import cloud.finfusion.internal.pattern.KeyPattern;

/** The cache of a client that keeps nothing. */
final class NoCache implements Cache {
  @Override
  public int invalidate(String pattern) {
    KeyPattern.of("pattern", pattern);
    return 0;
  }

  @Override
  public void written(String family) {}

  @Override
  public CacheStatistics statistics() {
    return new CacheStatistics(0, 0, 0, 0);
  }
}
