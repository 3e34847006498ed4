package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.file.PlainNames;
import cloud.finfusion.templates.spec.Schemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Lets each mapping of a discriminator name a schema of the specification: the parser gives those
 * of other files a name here, but leaves the mappings as they are written.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
record KindReferences(OpenAPI openAPI) {
  private static final String SCHEMAS = "#/components/schemas/";

  void localize() {
    new Schemas(openAPI).forEach(this::localize);
  }

  private void localize(Schema<?> union) {
    Discriminator discriminator = union.getDiscriminator();
    if (discriminator != null && discriminator.getMapping() != null) {
      Map<String, String> mapping = discriminator.getMapping();
      mapping.entrySet().removeIf(each -> isAdded(each.getKey(), each.getValue(), mapping));
      List<String> here =
          mapping.values().stream().filter(each -> !isElsewhere(each)).map(this::full).toList();
      List<String> free = kinds(union).filter(kind -> !here.contains(kind)).toList();
      mapping.replaceAll((value, reference) -> local(reference, free));
    }
  }

  /** Whether the parser maps the name that a schema has in its file, which nothing says here. */
  private boolean isAdded(String value, String reference, Map<String, String> mapping) {
    return reference.matches("\\Q" + SCHEMAS + value + "\\E_\\d+")
        && mapping.values().stream()
            .anyMatch(each -> isElsewhere(each) && PlainNames.ofKind(each).equals(value));
  }

  private static Stream<String> kinds(Schema<?> union) {
    return Stream.of(union.getOneOf(), union.getAnyOf())
        .filter(Objects::nonNull)
        .flatMap((List<Schema> members) -> members.stream().map(Schema::get$ref))
        .filter(Objects::nonNull);
  }

  private boolean isElsewhere(String reference) {
    boolean elsewhere = !reference.startsWith("#") && reference.matches(".*[/#.].*");
    return elsewhere && !ModelUtils.getSchemas(openAPI).containsKey(reference);
  }

  private String full(String reference) {
    return reference.startsWith("#") ? reference : SCHEMAS + reference;
  }

  private String local(String reference, List<String> kinds) {
    if (!isElsewhere(reference)) {
      return reference;
    }
    String name = PlainNames.ofKind(reference);
    return named(name, kinds).findFirst().orElse(SCHEMAS + name);
  }

  /** Those that have a name, the exact one first, or that name with a number. */
  private static Stream<String> named(String name, List<String> kinds) {
    return Stream.of("", "_\\d+")
        .flatMap(
            number ->
                kinds.stream().filter(kind -> kind.matches(".*/\\Q" + name + "\\E" + number)));
  }
}
