package cloud.finfusion.templates.view;

/**
 * A parameter of a Retrofit method.
 *
 * @param annotation Retrofit's annotation, as {@code @Path("id")}
 * @param type its Java type
 * @param name its Java name, different from those of the method's other parameters
 * @param optional whether it may be null
 * @param doc what it means, as the specification says it
 */
public record ParameterView(
    String annotation, String type, String name, boolean optional, String doc) {

  /** Returns the same parameter by another Java name. */
  public ParameterView named(String other) {
    return new ParameterView(annotation, type, other, optional, doc);
  }

  /** Returns the same parameter, which may be null. */
  public ParameterView asOptional() {
    return new ParameterView(annotation, type, name, true, doc);
  }
}
