package cloud.finfusion.redis;

import cloud.finfusion.spi.SharedInvalidation.Listener;
import java.util.Locale;

/**
 * Something that an instance changed.
 *
 * @param origin the cache that knows it already
 * @param kind what the text is
 * @param text a family or a pattern
 */
record Change(String origin, Kind kind, String text) {
  /** What changed. */
  enum Kind {
    FAMILY,
    PATTERN,
    /** Nobody knows what. */
    ALL
  }

  private static final int PARTS = 3;

  /** Reads a change that was written by {@link #toString}. */
  static Change of(String written) {
    String[] parts = written.split(" ", PARTS);
    return new Change(parts[0], Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
  }

  void notify(Listener cache) {
    switch (kind) {
      case FAMILY -> cache.familyChanged(text);
      case PATTERN -> cache.invalidated(text);
      case ALL -> cache.changesMissed();
    }
  }

  @Override
  public String toString() {
    return origin + " " + kind.name().toLowerCase(Locale.ROOT) + " " + text;
  }
}
