package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.cards.CardNumber;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.RandomText;
import cloud.finfusion.sandbox.internal.spec.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Creates a resource from the fields of a request and the schema of the response. A required
 * property that the request does not give gets a sample value. So does {@code status}, if it is an
 * enumeration: the schema's default, else the first value.
 */
public final class ResourceFactory {
  private final InstantSource clock;

  ResourceFactory(InstantSource clock) {
    this.clock = clock;
  }

  /** A new resource without secrets, which are shown once and never stored. */
  public ObjectNode create(Schema schema, JsonNode given) {
    ObjectNode resource = object(schema.memberFor(given), given);
    Schema id = schema.memberFor(given).properties().get("id");
    if (id != null) {
      resource.put("id", RandomText.idLike(id.sample().asText()));
    }
    return resource;
  }

  /** A copy for the response that shows secrets: with a new one wherever the schema has one. */
  public ObjectNode withSecrets(Schema schema, ObjectNode resource) {
    ObjectNode copy = resource.deepCopy();
    schema
        .memberFor(resource)
        .properties()
        .forEach(
            (name, property) -> {
              if (property.isSecret()) {
                copy.put(name, RandomText.secretLike(property.sample().asText()));
              } else if (copy.path(name) instanceof ObjectNode nested) {
                copy.set(name, withSecrets(property, nested));
              }
            });
    return copy;
  }

  /** The resource with these changes: null removes a field, any other value replaces it. */
  public ObjectNode merge(Schema schema, ObjectNode resource, JsonNode changes) {
    ObjectNode merged = resource.deepCopy();
    storedProperties(schema.memberFor(resource))
        .filter(property -> changes.has(property.getKey()))
        .forEach(
            property -> {
              JsonNode value = changes.path(property.getKey());
              if (value.isNull()) {
                merged.remove(property.getKey());
              } else {
                merged.set(property.getKey(), copy(property.getValue(), value));
              }
            });
    return merged;
  }

  /** The properties that are stored, and shown in every response. */
  private static Stream<Map.Entry<String, Schema>> storedProperties(Schema schema) {
    return schema.properties().entrySet().stream()
        .filter(p -> !p.getValue().isSecret() && !p.getValue().isWriteOnly());
  }

  private ObjectNode object(Schema schema, JsonNode given) {
    ObjectNode object = Json.object();
    storedProperties(schema)
        .forEach(
            property ->
                value(schema, property, given).ifPresent(v -> object.set(property.getKey(), v)));
    return object;
  }

  private Optional<JsonNode> value(
      Schema owner, Map.Entry<String, Schema> property, JsonNode given) {
    String name = property.getKey();
    Schema schema = property.getValue();
    if (given.has(name)) {
      return Optional.of(copy(schema, given.path(name)));
    }
    if (name.equals("created_at") && schema.isDateTime()) {
      return Optional.of(
          TextNode.valueOf(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
    Optional<JsonNode> fromNumber = CardNumber.of(given).flatMap(number -> number.derived(name));
    if (fromNumber.isPresent()) {
      return fromNumber;
    }
    boolean required = owner.requires(name) || (name.equals("status") && schema.isEnum());
    return required ? Optional.of(sample(name, schema)) : Optional.empty();
  }

  private JsonNode copy(Schema declared, JsonNode given) {
    Schema schema = declared.memberFor(given);
    if (given.isObject() && !schema.properties().isEmpty()) {
      return object(schema, given);
    }
    if (given.isArray() && schema.isArray()) {
      ArrayNode array = Json.object().arrayNode();
      given.forEach(item -> array.add(copy(schema.items(), item)));
      return array;
    }
    return given.deepCopy();
  }

  private JsonNode sample(String name, Schema declared) {
    Schema schema = declared.memberFor(Json.object());
    if (!schema.properties().isEmpty()) {
      return object(schema, Json.object());
    }
    if (name.equals("id")) {
      return TextNode.valueOf(RandomText.idLike(schema.sample().asText()));
    }
    return schema.isArray() ? Json.object().arrayNode() : schema.sample().deepCopy();
  }
}
