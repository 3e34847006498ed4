package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.Schemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says which keywords of schemas no builder checks. */
public final class UncheckedKeywords {
  /** Set on the specification: how many schemas have each. */
  private static final String COUNTS = "x-unchecked-keywords";

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

  /** Counts them on the specification, before upstream's normalizer drops some. */
  static void count(OpenAPI openAPI) {
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
    openAPI.addExtension(COUNTS, found);
  }

  /** Says how many schemas have each, a line for each keyword. */
  public static void note(OpenAPI openAPI, Consumer<String> notices) {
    if (openAPI.getExtensions() != null
        && openAPI.getExtensions().remove(COUNTS) instanceof Map<?, ?> found) {
      found.forEach(
          (keyword, count) ->
              notices.accept(
                  "%s is not checked, of %s schema%s"
                      .formatted(keyword, count, count.equals(1) ? "" : "s")));
    }
  }
}
