package cloud.finfusion.templates.reference;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.utils.ModelUtils;

/** An operation as the specification has it, with what it refers to. */
public record SpecOperation(OpenAPI openAPI, Operation operation) {

  /** The library of Retrofit takes the slash off the path. */
  public static SpecOperation of(OpenAPI openAPI, CodegenOperation generated) {
    PathItem item = openAPI.getPaths().get(path(generated));
    HttpMethod method = HttpMethod.valueOf(generated.httpMethod);
    Operation operation = item == null ? null : item.readOperationsMap().get(method);
    return new SpecOperation(openAPI, Objects.requireNonNullElseGet(operation, Operation::new));
  }

  /** The path as the specification has it. */
  public static String path(CodegenOperation generated) {
    return generated.path.startsWith("/") ? generated.path : "/" + generated.path;
  }

  /** In the order of the specification. */
  public Stream<Parameter> parameters() {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .map(each -> ModelUtils.getReferencedParameter(openAPI, each));
  }

  /** That of the path by the name, else the first. */
  public Optional<Parameter> parameter(String name) {
    return parameters()
        .filter(each -> name.equals(each.getName()))
        .min(Comparator.comparing(each -> !isOfPath(each)));
  }

  private static boolean isOfPath(Parameter parameter) {
    return "path".equals(parameter.getIn());
  }

  /** The body, as JSON if it may be. */
  Optional<MediaType> body() {
    return typedBody().map(Map.Entry::getValue);
  }

  /** The same by its media type. */
  public Optional<Map.Entry<String, MediaType>> typedBody() {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    if (body == null || body.getContent() == null) {
      return Optional.empty();
    }
    Stream<Map.Entry<String, MediaType>> all = body.getContent().entrySet().stream();
    return all.sorted((one, other) -> Boolean.compare(isJson(other), isJson(one)))
        .filter(each -> each.getValue().getSchema() != null)
        .findFirst();
  }

  /** The parameter that is a field of the model of those beside the path. */
  public Optional<Parameter> given(String field) {
    return parameters().filter(each -> !isOfPath(each) && field.equals(fieldOf(each))).findFirst();
  }

  private static String fieldOf(Parameter parameter) {
    Map<String, Object> extensions =
        Objects.requireNonNullElse(parameter.getExtensions(), Map.of());
    return String.valueOf(extensions.getOrDefault("x-input-field", parameter.getName()));
  }

  private static boolean isJson(Map.Entry<String, MediaType> media) {
    return media.getKey().contains("json");
  }

  /** By their status, in the order of the specification. */
  public Map<String, ApiResponse> responses() {
    Map<String, ApiResponse> all = new LinkedHashMap<>();
    if (operation.getResponses() != null) {
      operation
          .getResponses()
          .forEach(
              (status, each) ->
                  all.put(status, ModelUtils.getReferencedApiResponse(openAPI, each)));
    }
    return all;
  }

  /** What it may be sent with, one of them; empty for nothing. */
  public List<SecurityRequirement> security() {
    List<SecurityRequirement> own = operation.getSecurity();
    return Objects.requireNonNullElse(
        own == null ? openAPI.getSecurity() : own, List.<SecurityRequirement>of());
  }

  /** The members of an extension that is an object. */
  public Map<?, ?> fields(String extension) {
    Object value =
        Objects.requireNonNullElse(operation.getExtensions(), Map.<String, Object>of())
            .get(extension);
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** An extension of the operation, as a text. */
  public Optional<String> extension(String name) {
    return Optional.ofNullable(operation.getExtensions())
        .map(all -> all.get(name))
        .map(String::valueOf);
  }
}
