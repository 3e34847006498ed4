package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The names of the fields in an operation's query, request and response. */
final class SchemaFieldNames {
  private final OpenAPI openAPI;

  SchemaFieldNames(OpenAPI openAPI) {
    this.openAPI = openAPI;
  }

  Set<String> ofQuery(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .map(each -> ModelUtils.getReferencedParameter(openAPI, each))
        .filter(each -> "query".equals(each.getIn()))
        .map(Parameter::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> ofBody(Operation operation) {
    return of(body(operation));
  }

  private @Nullable Schema<?> body(Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    return body == null ? null : schema(body.getContent());
  }

  Set<String> ofResponse(Operation operation) {
    return of(response(operation));
  }

  /** The values that a field of the response may have; none if the field is no enum. */
  Set<String> valuesOfResponse(Operation operation, String field) {
    Set<String> values = new TreeSet<>();
    Schema<?> response = response(operation);
    if (response != null) {
      addValues(response, field, values);
    }
    return values;
  }

  private void addValues(Schema<?> written, String field, Set<String> values) {
    Schema<?> schema = ModelUtils.getReferencedSchema(openAPI, written);
    if (schema.getProperties() != null && schema.getProperties().get(field) != null) {
      addValues(schema.getProperties().get(field), values);
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> addValues(part, field, values));
    }
  }

  private void addValues(Schema<?> written, Set<String> values) {
    Schema<?> schema = ModelUtils.getReferencedSchema(openAPI, written);
    if (schema.getEnum() != null) {
      schema.getEnum().stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .forEach(values::add);
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> addValues(part, values));
    }
  }

  /** Of one item of a batch, which names the field of the items. */
  Set<String> ofItems(Operation operation, @Nullable Object batch) {
    return ofElements(body(operation), batch, "items");
  }

  /** Of one result of a batch, which names the field of the results. */
  Set<String> ofResults(Operation operation, @Nullable Object batch) {
    return ofElements(response(operation), batch, "results");
  }

  private Set<String> ofElements(@Nullable Schema<?> whole, @Nullable Object batch, String role) {
    if (whole == null || !(batch instanceof Map<?, ?> roles)) {
      return Set.of();
    }
    Schema<?> known = ModelUtils.getReferencedSchema(openAPI, whole);
    Schema<?> list =
        known.getProperties() == null
            ? null
            : known.getProperties().get(String.valueOf(roles.get(role)));
    return list == null || list.getItems() == null ? Set.of() : of(list.getItems());
  }

  Set<String> of(@Nullable Schema<?> written) {
    Set<String> names = new TreeSet<>();
    if (written != null) {
      Schema<?> schema = ModelUtils.getReferencedSchema(openAPI, written);
      if (schema.getProperties() != null) {
        names.addAll(schema.getProperties().keySet());
      }
      if (schema.getAllOf() != null) {
        schema.getAllOf().forEach(part -> names.addAll(of(part)));
      }
    }
    return names;
  }

  private @Nullable Schema<?> response(Operation operation) {
    if (operation.getResponses() == null) {
      return null;
    }
    return operation.getResponses().entrySet().stream()
        .filter(each -> each.getKey().startsWith("2"))
        .map(each -> ModelUtils.getReferencedApiResponse(openAPI, each.getValue()))
        .map(ApiResponse::getContent)
        .filter(Objects::nonNull)
        .findFirst()
        .<Schema<?>>map(SchemaFieldNames::schema)
        .orElse(null);
  }

  private static @Nullable Schema<?> schema(@Nullable Content content) {
    return content == null || content.isEmpty()
        ? null
        : content.values().iterator().next().getSchema();
  }
}
