package cloud.finfusion.auth;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A key that is found by a name, as of an environment variable. */
record NamedKeySource(String kind, String name, UnaryOperator<@Nullable String> lookup)
    implements KeySource {
  @Override
  public @Nullable String key() {
    String value = lookup.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
