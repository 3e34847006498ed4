package cloud.finfusion.templates;

import java.util.Set;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * An operation's path as Retrofit reads it: relative to the base URL, with names that it allows.
 */
final class RetrofitPath {
  /** The variables of the facade's methods. */
  static final Set<String> OWN = Set.of("api", "body", "cursor", "options", "params", "transport");

  /** Retrofit's own annotations of these send none. */
  private static final Set<String> WITHOUT_BODY = Set.of("DELETE", "OPTIONS");

  private RetrofitPath() {}

  /** Returns the path, and gives the operation's path parameters the names that stand in it. */
  static String relative(CodegenOperation operation) {
    String path = operation.path.replaceFirst("^/", "");
    for (CodegenParameter each : operation.pathParams) {
      String name = allowed(each.baseName);
      path = path.replace("{" + each.baseName + "}", "{" + name + "}");
      each.baseName = name;
      each.paramName = OWN.contains(each.paramName) ? "_" + each.paramName : each.paramName;
    }
    if (operation.vendorExtensions.get(OperationServers.SERVER) instanceof String server) {
      return server + "/" + path;
    }
    boolean notRelative = path.isEmpty() || path.matches("[^/{]*:.*");
    return notRelative ? "./" + path : path;
  }

  /**
   * Returns Retrofit's annotation for a path, without the {@code @}. Those of its own do not send a
   * body with every verb.
   */
  static String annotation(String verb, String path, PayloadKind payload) {
    boolean body = payload != PayloadKind.NONE;
    boolean odd = (body && WITHOUT_BODY.contains(verb)) || verb.equals("TRACE");
    return odd
        ? "HTTP(method = \"%s\", path = \"%s\"%s)"
            .formatted(verb, path, body ? ", hasBody = true" : "")
        : "%s(\"%s\")".formatted(verb, path);
  }

  private static String allowed(String name) {
    String plain = name.replaceAll("[^a-zA-Z0-9_-]", "_");
    return plain.matches("[a-zA-Z].*") ? plain : "p" + plain;
  }
}
