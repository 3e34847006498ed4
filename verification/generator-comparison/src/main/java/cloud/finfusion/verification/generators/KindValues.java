package cloud.finfusion.verification.generators;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * The values of a discriminator by their kinds. The parser gives kinds of other files names of its
 * own, and adds what it maps to them; they are expected in the order in which the mapping has them.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
record KindValues(Schema<?> union) {
  private static final String IN_OTHER_FILE = "(?!.*#/components/).*\\.(ya?ml|json)(#.*)?";

  /** The kinds that a union names. */
  static List<String> listed(Schema<?> union) {
    return Objects.requireNonNullElse(union.getOneOf(), List.<Schema>of()).stream()
        .map(kind -> kind.get$ref())
        .filter(Objects::nonNull)
        .map(ModelUtils::getSimpleRef)
        .toList();
  }

  Map<String, String> byKind() {
    Map<String, String> mapping =
        Objects.requireNonNullElse(union.getDiscriminator().getMapping(), Map.of());
    Map<String, String> values = new HashMap<>();
    Deque<String> elsewhere = new ArrayDeque<>();
    Set<String> added = new HashSet<>();
    mapping.forEach(
        (value, kind) -> {
          if (kind.matches(IN_OTHER_FILE)) {
            elsewhere.add(value);
            added.add(kind.replaceFirst(".*/", ""));
          }
        });
    mapping.forEach(
        (value, kind) -> {
          if (!elsewhere.contains(value) && !added.contains(value)) {
            values.putIfAbsent(kind.replaceFirst(".*/", ""), value);
          }
        });
    listed(union).stream()
        .filter(kind -> !values.containsKey(kind) && !elsewhere.isEmpty())
        .forEach(kind -> values.put(kind, elsewhere.remove()));
    return values;
  }
}
