package cloud.finfusion.templates.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Optional;
import org.openapitools.codegen.utils.ModelUtils;

/** The bodies of several parts whose schema says what the parts are. */
public record MultipartBodies(OpenAPI openAPI) {

  /** The body of an operation; none if it has another or no schema. */
  public Optional<MediaType> of(Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    return Optional.ofNullable(body)
        .map(RequestBody::getContent)
        .map(content -> content.get("multipart/form-data"))
        .filter(media -> media.getSchema() != null);
  }
}
