package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Joins the fields of an {@code allOf} that is a body of several parts, as the files among them are
 * no fields of a model.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
public record JoinedParts(OpenAPI openAPI) {

  /** Leaves anything but fields as it is. */
  void join(MediaType media) {
    Schema<?> whole = resolved(media.getSchema());
    if (whole.getAllOf() != null && isOfFields(whole)) {
      Schema<?> joined = new ObjectSchema().description(whole.getDescription());
      add(whole, joined);
      if (joined.getProperties() != null) {
        media.setSchema(joined);
      }
    }
  }

  /** Whether the caller makes the parts of a body, although its schema says what they are. */
  public boolean isLeft(MediaType media) {
    Schema<?> whole = resolved(media.getSchema());
    return whole.getProperties() == null && ModelUtils.isComposedSchema(whole);
  }

  private boolean isOfFields(Schema<?> part) {
    Schema<?> known = resolved(part);
    boolean object = known.getType() == null || known.getType().equals("object");
    return object
        && known.getOneOf() == null
        && known.getAnyOf() == null
        && known.getDiscriminator() == null
        && !(known.getAdditionalProperties() instanceof Schema)
        && parts(known).stream().allMatch(this::isOfFields);
  }

  private void add(Schema<?> part, Schema<?> joined) {
    Schema<?> known = resolved(part);
    parts(known).forEach(each -> add(each, joined));
    if (known.getProperties() != null) {
      known.getProperties().forEach(joined::addProperty);
    }
    if (known.getRequired() != null) {
      known.getRequired().forEach(joined::addRequiredItem);
    }
  }

  private static List<Schema> parts(Schema<?> schema) {
    return Objects.requireNonNullElse(schema.getAllOf(), List.of());
  }

  private Schema<?> resolved(Schema<?> part) {
    return ModelUtils.getReferencedSchema(openAPI, part);
  }
}
