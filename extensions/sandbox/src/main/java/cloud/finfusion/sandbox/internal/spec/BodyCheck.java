package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.FormDecoder;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.schema.FieldErrors;
import cloud.finfusion.sandbox.internal.schema.Location;
import cloud.finfusion.sandbox.internal.schema.SchemaCheck;
import cloud.finfusion.sandbox.internal.schema.Schemas;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the body of one operation: whether there is one, its media type, and its schema. */
record BodyCheck(boolean allowed, boolean required, List<Content> contents) {
  static BodyCheck of(Operation operation, Schemas schemas) {
    JsonNode body = operation.requestBody();
    return new BodyCheck(
        !body.isMissingNode(),
        body.path("required").asBoolean(),
        body.path("content").properties().stream()
            .map(each -> content(operation, each.getKey(), each.getValue(), schemas))
            .toList());
  }

  private static Content content(
      Operation operation, String type, JsonNode content, Schemas schemas) {
    JsonNode schema = content.path("schema");
    MediaType range =
        MediaType.parse(type)
            .orElseThrow(() -> new IllegalStateException("No media type: " + type));
    return new Content(range, new Schema(operation.document(), schema), schemas.compile(schema));
  }

  void check(ApiRequest request, FieldErrors errors) {
    JsonNode json = json(request);
    if (request.body().isBlank()) {
      requirePresence(errors);
    } else if (!allowed) {
      errors.add(Location.ROOT, "No request body is expected but one was found.");
    }
    if (allowed) {
      content(request, errors).ifPresent(content -> content.check(request, json, errors));
    }
  }

  private void requirePresence(FieldErrors errors) {
    if (required) {
      errors.add(Location.ROOT, "A request body is required but none found.");
    }
  }

  /** The content of the request's media type; of the first one, where the request names none. */
  private Optional<Content> content(ApiRequest request, FieldErrors errors) {
    @Nullable String header = request.header("Content-Type");
    if (header == null || header.isBlank()) {
      return contents.stream().findFirst();
    }
    Optional<MediaType> type = MediaType.parse(header);
    Optional<Content> found =
        type.flatMap(
            known -> contents.stream().filter(each -> each.range.includes(known)).findFirst());
    if (type.isEmpty()) {
      errors.add(
          Location.ROOT,
          "Request Content-Type header '%s' is not a valid media type".formatted(header));
    } else if (found.isEmpty()) {
      errors.add(
          Location.ROOT,
          "Request Content-Type header '[%s]' does not match any allowed types. Must be one of: %s."
              .formatted(header, contents.stream().map(Content::range).toList()));
    }
    return found;
  }

  /** All bodies but forms are JSON, of which each key is there once. */
  private static JsonNode json(ApiRequest request) {
    try {
      return request.isForm() ? Json.object() : Json.read(request.body());
    } catch (JsonProcessingException e) {
      throw new ApiError(400, "The body is not valid JSON, or has a key twice.");
    }
  }

  /** A media type, or a range of them, and what its bodies are. */
  record Content(MediaType range, Schema schema, SchemaCheck check) {
    void check(ApiRequest request, JsonNode json, FieldErrors errors) {
      if (request.body().isBlank()) {
        return;
      }
      if (range.isForm()) {
        check.check(form(request.body()), Location.ROOT, errors);
      } else if (range.isJson()) {
        check.check(json, Location.ROOT, errors);
      }
    }

    private ObjectNode form(String body) {
      ObjectNode form = Json.object();
      FormDecoder.decode(body).forEach((name, texts) -> form.set(name, field(name).read(texts)));
      return form;
    }

    private TextReader field(String name) {
      Schema known = schema.properties().get(name);
      return TextReader.ofField(
          known == null ? new Schema(schema.document(), Json.object()) : known);
    }
  }
}
