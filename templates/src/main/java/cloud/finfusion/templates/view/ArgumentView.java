package cloud.finfusion.templates.view;

/**
 * An argument of a facade's method.
 *
 * @param type its Java type
 * @param name its Java name
 * @param doc what it means, as the specification says it
 * @param expanded whether the facade reads single values of it, so that it must not be null
 */
public record ArgumentView(String type, String name, String doc, boolean expanded) {

  /** Returns whether it is a file, or files of one name. */
  public boolean isFile() {
    return type.matches("(@Nullable )?(Upload|List<Upload>)");
  }
}
