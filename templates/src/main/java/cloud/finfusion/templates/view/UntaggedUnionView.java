package cloud.finfusion.templates.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A union in whose JSON nothing names the alternative.
 *
 * @param alternatives what it may be
 */
public record UntaggedUnionView(List<Alternative> alternatives) {

  /** Copies the list. */
  public UntaggedUnionView {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One of its types.
   *
   * @param type the Java type
   * @param name what its methods end with, as {@code StringList}
   * @param adapter the expression for its Gson adapter
   * @param condition the Java expression that is false where a field says that it is another
   *     alternative; null if no field tells
   */
  public record Alternative(String type, String name, String adapter, @Nullable String condition) {}
}
