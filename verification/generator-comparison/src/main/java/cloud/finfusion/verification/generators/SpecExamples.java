package cloud.finfusion.verification.generators;

import cloud.finfusion.verification.generators.SpecDocument.LocatedNode;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * The examples of a specification: of JSON bodies, of JSON of successes, of named schemas and of
 * their properties.
 */
final class SpecExamples {
  private final SpecDocument document;
  private final OpenAPI generated;
  private final List<SpecExample> all = new ArrayList<>();

  /** Of a document, and of what the generator made of it. */
  SpecExamples(SpecDocument document, OpenAPI generated) {
    this.document = document;
    this.generated = generated;
  }

  List<SpecExample> all() {
    Objects.requireNonNullElse(generated.getPaths(), Map.<String, PathItem>of())
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((verb, operation) -> ofOperation(path, verb.name(), operation)));
    document
        .at("#/components/schemas")
        .node()
        .fieldNames()
        .forEachRemaining(name -> ofSchema(name, document.at("#/components/schemas").in(name)));
    return all;
  }

  private void ofOperation(String path, String verb, Operation operation) {
    LocatedNode place =
        document.follow(document.at("#/paths").in(path)).in(verb.toLowerCase(Locale.ROOT));
    String name = verb + " " + path;
    RequestBody body = ModelUtils.getReferencedRequestBody(generated, operation.getRequestBody());
    if (body != null) {
      ofContent(name, document.follow(place.in("requestBody")), body.getContent());
    }
    Objects.requireNonNullElse(operation.getResponses(), Map.<String, ApiResponse>of())
        .forEach(
            (status, response) -> {
              if (status.startsWith("2")) {
                Content content =
                    ModelUtils.getReferencedApiResponse(generated, response).getContent();
                ofContent(
                    name + " " + status,
                    document.follow(place.in("responses").in(status)),
                    content);
              }
            });
  }

  private void ofContent(String name, LocatedNode owner, @Nullable Content content) {
    if (content != null) {
      content.forEach(
          (type, media) -> {
            if (type.matches("(?i).*json.*|\\*/\\*")) {
              ofMedia(name, owner.in("content").in(type), media);
            }
          });
    }
  }

  private void ofMedia(String name, LocatedNode media, MediaType type) {
    if (type.getSchema() == null || media.node().isMissingNode()) {
      return;
    }
    String schema = media.in("schema").pointer();
    add(name, schema, media.in("example").node(), type.getSchema());
    LocatedNode examples = media.in("examples");
    examples
        .node()
        .fieldNames()
        .forEachRemaining(
            each ->
                add(
                    name + " " + each,
                    schema,
                    document.follow(examples.in(each)).in("value").node(),
                    type.getSchema()));
  }

  private void ofSchema(String name, LocatedNode schema) {
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + name);
    add(name, schema.pointer(), schema.in("example").node(), reference);
    if (document.isOfVersion31()) {
      schema.in("examples").node().forEach(each -> add(name, schema.pointer(), each, reference));
    }
    ofProperties(name, schema.in("properties"), reference);
    LocatedNode parts = schema.in("allOf");
    for (int i = 0; i < parts.node().size(); i++) {
      LocatedNode part = new LocatedNode(parts.pointer() + "/" + i, parts.node().get(i));
      ofProperties(name, part.in("properties"), reference);
    }
  }

  private void ofProperties(String owner, LocatedNode properties, Schema<?> reference) {
    properties
        .node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              LocatedNode property = properties.in(name);
              JsonNode value = property.in("example").node();
              if (!value.isMissingNode()) {
                String place = owner + "." + name;
                all.add(new SpecExample(place, property.pointer(), value, reference, name));
              }
            });
  }

  private void add(String place, String schema, JsonNode value, Schema<?> type) {
    if (!value.isMissingNode() && !value.has("$ref")) {
      all.add(new SpecExample(place, schema, value, type, null));
    }
  }
}
