package cloud.finfusion.sandbox.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where a value is: the body as a whole, a parameter, or a field or item inside another place. Its
 * text is made for an error only, as most values have none.
 */
public record Place(@Nullable Place parent, String name) {
  /** The body as a whole. */
  public static final Place ROOT = new Place(null, "");

  /** A field of the object at this place. */
  public Place field(String field) {
    return new Place(this, field);
  }

  /** An item of the array at this place. */
  Place item(int index) {
    return field(Integer.toString(index));
  }

  /** A dotted path such as {@code amount.value}; empty for the body as a whole. */
  @Override
  public String toString() {
    String outer = parent == null ? "" : parent.toString();
    return outer.isEmpty() ? name : outer + "." + name;
  }
}
