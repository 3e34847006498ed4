// The base of enums that keep the values they do not know.
package cloud.finfusion.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that is usually, but not always, one of a known set. Immutable; equal by value.
 *
 * @param <K> the known set
 */
@JacksonSupport
public abstract class OpenEnum<K extends Enum<K>> {
  private final String value;
  private final K known;

  /** Keeps the value as it is written in JSON, and what is known of it. */
  protected OpenEnum(String value, K known) {
    this.value = Objects.requireNonNull(value, "value");
    this.known = known;
  }

  /** Returns the value as written in JSON. */
  public final String value() {
    return value;
  }

  /**
   * Returns the value for {@code switch}; {@code UNRECOGNIZED} if this version does not know it.
   */
  public final K known() {
    return known;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof OpenEnum<?> that
        && getClass().isInstance(that)
        && that.value.equals(value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  @Override
  public final String toString() {
    return value;
  }
}
