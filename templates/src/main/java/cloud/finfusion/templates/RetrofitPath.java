package cloud.finfusion.templates;

import java.util.Set;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** Paths as Retrofit reads them: relative to the base URL, with names that it allows. */
final class RetrofitPath {
  /** What the facade's methods call their own. */
  private static final Set<String> OWN =
      Set.of("api", "body", "cursor", "options", "params", "transport");

  private RetrofitPath() {}

  static String relative(CodegenOperation operation) {
    String path = operation.path.replaceFirst("^/", "");
    for (CodegenParameter each : operation.pathParams) {
      String name = allowed(each.baseName);
      path = path.replace("{" + each.baseName + "}", "{" + name + "}");
      each.baseName = name;
      each.paramName = OWN.contains(each.paramName) ? "_" + each.paramName : each.paramName;
    }
    boolean notRelative = path.isEmpty() || path.matches("[^/{]*:.*");
    return notRelative ? "./" + path : path;
  }

  private static String allowed(String name) {
    String plain = name.replaceAll("[^a-zA-Z0-9_-]", "_");
    return plain.matches("[a-zA-Z].*") ? plain : "p" + plain;
  }
}
