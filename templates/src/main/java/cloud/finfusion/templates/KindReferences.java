package cloud.finfusion.templates;

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

  void localize() {
    new Schemas(openAPI).forEach(this::localize);
  }

  private void localize(Schema<?> union) {
    Discriminator discriminator = union.getDiscriminator();
    if (discriminator != null && discriminator.getMapping() != null) {
      List<String> kinds = kinds(union);
      Map<String, String> mapping = discriminator.getMapping();
      mapping.replaceAll((value, reference) -> local(reference, kinds));
    }
  }

  private static List<String> kinds(Schema<?> union) {
    return Stream.of(union.getOneOf(), union.getAnyOf())
        .filter(Objects::nonNull)
        .flatMap((List<Schema> members) -> members.stream().map(Schema::get$ref))
        .filter(Objects::nonNull)
        .toList();
  }

  private String local(String reference, List<String> kinds) {
    boolean elsewhere = !reference.startsWith("#") && reference.matches(".*[/#.].*");
    if (!elsewhere || ModelUtils.getSchemas(openAPI).containsKey(reference)) {
      return reference;
    }
    String name = name(reference);
    return kinds.stream()
        .filter(kind -> kind.matches(".*/\\Q" + name + "\\E(_\\d+)?"))
        .findFirst()
        .orElse("#/components/schemas/" + name);
  }

  /**
   * The last word of what is in a file, {@code Card} of {@code kinds.yaml#/Card}, or the file's.
   */
  private static String name(String reference) {
    String last = reference.substring(reference.lastIndexOf('/') + 1);
    return last.replaceFirst("^[^#]*#", "").replaceFirst("\\.(ya?ml|json)$", "");
  }
}
