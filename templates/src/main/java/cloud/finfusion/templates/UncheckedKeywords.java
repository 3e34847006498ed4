package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says which keywords of schemas no builder checks. */
final class UncheckedKeywords {
  private static final Map<String, Function<Schema<?>, @Nullable Object>> KEYWORDS =
      new LinkedHashMap<>();

  static {
    KEYWORDS.put("not", Schema::getNot);
    KEYWORDS.put("if", Schema::getIf);
    KEYWORDS.put("multipleOf", Schema::getMultipleOf);
    KEYWORDS.put(
        "uniqueItems", schema -> Boolean.TRUE.equals(schema.getUniqueItems()) ? true : null);
    KEYWORDS.put("contains", Schema::getContains);
    KEYWORDS.put("minProperties", Schema::getMinProperties);
    KEYWORDS.put("maxProperties", Schema::getMaxProperties);
    KEYWORDS.put("propertyNames", Schema::getPropertyNames);
    KEYWORDS.put("dependentRequired", Schema::getDependentRequired);
    KEYWORDS.put("dependentSchemas", Schema::getDependentSchemas);
    KEYWORDS.put("unevaluatedItems", Schema::getUnevaluatedItems);
    KEYWORDS.put("unevaluatedProperties", Schema::getUnevaluatedProperties);
  }

  private UncheckedKeywords() {}

  static void note(OpenAPI openAPI, Notices notices) {
    Map<String, Integer> found = new LinkedHashMap<>();
    new Schemas(openAPI)
        .forEach(
            schema ->
                KEYWORDS.forEach(
                    (keyword, value) -> {
                      if (value.apply(schema) != null) {
                        found.merge(keyword, 1, Integer::sum);
                      }
                    }));
    found.forEach(
        (keyword, count) ->
            notices.add(
                "%s is not checked, of %d schema%s"
                    .formatted(keyword, count, count == 1 ? "" : "s")));
  }
}
