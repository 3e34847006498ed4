package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.WireName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

  private RetrofitPath() {}

  /** Returns the path, and gives the operation's path parameters the names that stand in it. */
  static String relative(CodegenOperation operation) {
    Map<String, String> names = names(operation.pathParams);
    String path =
        PLACE
            .matcher(operation.path.replaceFirst("^/", ""))
            .replaceAll(place -> "{" + names.getOrDefault(plain(place.group(1)), "$1") + "}");
    for (CodegenParameter each : operation.pathParams) {
      WireName.replace(each, names.getOrDefault(each.baseName, each.baseName));
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

  /** Returns the name that the specification gives a path's parameter. */
  static String wireName(CodegenParameter parameter) {
    return WireName.of(parameter);
  }

  /** Returns Retrofit's name of each; one that it allows is kept, and no two are equal. */
  private static Map<String, String> names(List<CodegenParameter> parameters) {
    Map<String, String> names = new HashMap<>();
    for (CodegenParameter each : parameters) {
      if (allowed(each.baseName).equals(each.baseName)) {
        names.put(each.baseName, each.baseName);
      }
    }
    for (CodegenParameter each : parameters) {
      String name = allowed(each.baseName);
      while (!names.containsKey(each.baseName) && names.containsValue(name)) {
        name += "_";
      }
      names.putIfAbsent(each.baseName, name);
    }
    return names;
  }

  /** Undoes what OpenAPI Generator does to a path: a quote in a name is percent-encoded. */
  private static String plain(String place) {
    return place.replace("%22", "\"");
  }

  private static String allowed(String name) {
    String plain = name.replaceAll("[^a-zA-Z0-9_-]", "_");
    return plain.matches("[a-zA-Z].*") ? plain : "p" + plain;
  }
}
