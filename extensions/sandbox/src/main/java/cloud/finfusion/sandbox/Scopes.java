package cloud.finfusion.sandbox;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a credential is good for: the operations of some scopes, or all. */
final class Scopes {
  static final Scopes ALL = new Scopes(null);

  private final @Nullable Set<String> names;

  private Scopes(@Nullable Set<String> names) {
    this.names = names;
  }

  static Scopes of(List<String> names) {
    return new Scopes(new LinkedHashSet<>(names));
  }

  boolean cover(Set<String> needed) {
    return names == null || names.containsAll(needed);
  }

  /**
   * Those of them that a request asks for, as {@code payments accounts}; all if it asks for none.
   */
  Scopes narrowedTo(String asked) {
    if (asked.isBlank()) {
      return this;
    }
    Set<String> wanted = new LinkedHashSet<>(Arrays.asList(asked.strip().split("\\s+", -1)));
    if (!cover(wanted)) {
      throw new ApiError(403, "Invalid scope: the client may ask for " + this + " only.");
    }
    return new Scopes(wanted);
  }

  /** As an answer tells them; empty for all. */
  @Override
  public String toString() {
    return names == null ? "" : String.join(" ", names);
  }
}
