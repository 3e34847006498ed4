package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiError;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The OAuth scopes of a credential, or all scopes. */
final class Scopes {
  static final Scopes ALL = new Scopes(null);

  private final @Nullable Set<String> names;

  private Scopes(@Nullable Set<String> names) {
    this.names = names;
  }

  static Scopes of(List<String> names) {
    return new Scopes(new LinkedHashSet<>(names));
  }

  boolean include(Set<String> needed) {
    return names == null || names.containsAll(needed);
  }

  /**
   * The scopes that a request names, as {@code payments accounts}; all of these if it names none.
   */
  Scopes narrowedTo(String requested) {
    if (requested.isBlank()) {
      return this;
    }
    Set<String> names = new LinkedHashSet<>(Arrays.asList(requested.strip().split("\\s+", -1)));
    if (!include(names)) {
      throw new ApiError(403, "Invalid scope: the client may request only " + this + ".");
    }
    return new Scopes(names);
  }

  /** The names as in a token response; empty for all. */
  @Override
  public String toString() {
    return names == null ? "" : String.join(" ", names);
  }
}
