package cloud.finfusion.sandbox.internal.schema;

import cloud.finfusion.sandbox.internal.http.FieldError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The errors of one request, in the order in which they were found, each once. A message quotes no
 * text of the request, which may be a card number.
 */
public final class FieldErrors {
  private final Set<FieldError> found = new LinkedHashSet<>();

  public void add(Location location, String message) {
    found.add(new FieldError(location.toString(), message));
  }

  /** For keywords whose explanation would quote the value. */
  void unsatisfied(Location location, String keyword) {
    add(location, "does not satisfy '" + keyword + "' of the specification");
  }

  public void addAll(FieldErrors others) {
    found.addAll(others.found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<FieldError> list() {
    return List.copyOf(found);
  }
}
