package cloud.finfusion.templates.reference;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The named schemas to which the specification gives no example. Upstream makes one up for each
 * schema of a body, with every field, and writes it into the schema.
 */
@SuppressWarnings("rawtypes") // as the parser has them
public record OwnExamples(List<Schema> without) {

  /** Copies the list. */
  public OwnExamples {
    without = List.copyOf(without);
  }

  /** Of a specification that no operation was made of yet. */
  public static OwnExamples of(OpenAPI openAPI) {
    Map<String, Schema> schemas =
        openAPI.getComponents() == null ? null : openAPI.getComponents().getSchemas();
    return new OwnExamples(
        Objects.requireNonNullElse(schemas, Map.<String, Schema>of()).values().stream()
            .filter(each -> each.getExample() == null)
            .toList());
  }

  /** Takes away the examples that were made up since. */
  public void restore() {
    without.forEach(each -> each.setExample(null));
  }
}
