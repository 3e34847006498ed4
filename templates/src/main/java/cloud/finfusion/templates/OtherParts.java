package cloud.finfusion.templates;

import cloud.finfusion.templates.normalizer.InlineParts;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Makes a schema of the parts that are no files. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
record OtherParts(OpenAPI openAPI) {

  /** Leaves the fields in the schema of the body, or in a copy of one with a name; null if none. */
  @Nullable String name(MediaType media, Schema<?> whole, Map<String, Schema> fields) {
    if (fields.isEmpty()) {
      return null;
    }
    String name = ModelUtils.getSimpleRef(media.getSchema().get$ref());
    Schema<?> rest = whole;
    if (!InlineParts.isMarked(media) && fields.size() < whole.getProperties().size()) {
      rest = ModelUtils.cloneSchema(whole, true);
      name = free(name + "Fields");
      openAPI.getComponents().addSchemas(name, rest);
    }
    rest.setProperties(fields);
    if (rest.getRequired() != null) {
      rest.setRequired(rest.getRequired().stream().filter(fields::containsKey).toList());
    }
    return name;
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; openAPI.getComponents().getSchemas().containsKey(free); i++) {
      free = name + i;
    }
    return free;
  }
}
