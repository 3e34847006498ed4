package cloud.finfusion.templates.view;

import java.util.List;

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
   */
  public record Alternative(String type, String name, String adapter) {}
}
