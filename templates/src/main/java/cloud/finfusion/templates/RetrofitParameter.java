package cloud.finfusion.templates;

import cloud.finfusion.templates.view.ParameterView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenParameter;

/** A parameter of a Retrofit method, and what the facade passes for it. */
record RetrofitParameter(ParameterView view, Value value) {

  /**
   * An expression of the facade.
   *
   * @param converted whether the runtime's {@code Parameters} makes the value
   */
  record Value(String expression, boolean converted) {
    static Value of(String expression) {
      return new Value(expression, false);
    }

    /** The same behind another text. */
    Value after(String start) {
      return new Value(start + expression, converted);
    }

    /** The result of a method of the runtime's {@code Parameters}. */
    static Value converted(String method, String... arguments) {
      return new Value("Parameters." + method + "(" + String.join(", ", arguments) + ")", true);
    }

    /** The same of the runtime's {@code AnyParameters}. */
    static Value any(String method, String... arguments) {
      return new Value("AnyParameters." + method + "(" + String.join(", ", arguments) + ")", true);
    }
  }

  static RetrofitParameter of(
      String annotation,
      String type,
      String name,
      boolean optional,
      @Nullable String doc,
      Value value) {
    String text = Objects.requireNonNullElse(doc, "what to send");
    return new RetrofitParameter(new ParameterView(annotation, type, name, optional, text), value);
  }

  /** One that the specification declares; a map is always there, if empty. */
  static RetrofitParameter of(
      CodegenParameter declared, String annotation, String type, Value value) {
    return of(
        annotation,
        type,
        declared.paramName,
        !declared.required && !type.startsWith("Map<"),
        declared.unescapedDescription,
        value);
  }

  /** The same that may be null. */
  RetrofitParameter asOptional() {
    return new RetrofitParameter(view.asOptional(), value);
  }

  RetrofitParameter named(String name) {
    return new RetrofitParameter(view.named(name), value);
  }
}
