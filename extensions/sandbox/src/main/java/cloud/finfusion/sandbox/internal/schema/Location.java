package cloud.finfusion.sandbox.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where a value is: the body as a whole, a parameter, or a field or item inside another location.
 * Its text is made for an error only, as most values have none.
 */
public record Location(@Nullable Location parent, String name) {
  /** The body as a whole. */
  public static final Location ROOT = new Location(null, "");

  /** A field of the object at this location. */
  public Location field(String field) {
    return new Location(this, field);
  }

  /** An item of the array at this location. */
  Location item(int index) {
    return field(Integer.toString(index));
  }

  /** A dotted path such as {@code amount.value}; empty for the body as a whole. */
  @Override
  public String toString() {
    String outer = parent == null ? "" : parent.toString();
    return outer.isEmpty() ? name : outer + "." + name;
  }
}
