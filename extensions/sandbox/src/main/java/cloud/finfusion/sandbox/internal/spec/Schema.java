package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A schema of the specification, with its reference resolved. */
public record Schema(JsonNode document, JsonNode node) {
  public Schema {
    node = resolve(document, node);
  }

  /** The object that a local reference points to, or the object itself. */
  static JsonNode resolve(JsonNode document, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : resolve(document, document.at(reference.substring(1)));
  }

  public Map<String, Schema> properties() {
    Map<String, Schema> all = new LinkedHashMap<>();
    node.path("allOf").forEach(part -> all.putAll(at(part).properties()));
    node.path("properties").properties().forEach(p -> all.put(p.getKey(), at(p.getValue())));
    return all;
  }

  public boolean requires(String property) {
    return contains(node.path("required"), property)
        || StreamSupport.stream(node.path("allOf").spliterator(), false)
            .anyMatch(part -> at(part).requires(property));
  }

  /** The member of a union that the value's discriminator names; otherwise the schema itself. */
  public Schema memberFor(JsonNode value) {
    if (!node.has("oneOf")) {
      return this;
    }
    JsonNode discriminator = node.path("discriminator");
    String name = value.path(discriminator.path("propertyName").asText()).asText();
    String mapped = discriminator.path("mapping").path(name).asText();
    return mapped.isEmpty()
        ? at(node.path("oneOf").path(0))
        : at(Json.object().put("$ref", mapped));
  }

  public Schema items() {
    return at(node.path("items"));
  }

  /** Empty where the schema names none. */
  String type() {
    return node.path("type").asText();
  }

  public boolean isArray() {
    return type().equals("array");
  }

  public boolean isDateTime() {
    return node.path("format").asText().equals("date-time");
  }

  /**
   * Whether the property is a credential like {@code whsec_…}, which is shown once, in the response
   * that creates it. Sensitive values without a prefix, such as account numbers, are user data.
   */
  public boolean isSecret() {
    return node.path("x-finfusion-sensitive").asBoolean()
        && !isWriteOnly()
        && node.path("example").asText().contains("_");
  }

  public boolean isEnum() {
    return node.has("enum");
  }

  /** The values of the discriminator of a union. */
  public Set<String> discriminatorValues() {
    return node.path("discriminator").path("mapping").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the property is never in a response. */
  public boolean isWriteOnly() {
    return node.path("writeOnly").asBoolean();
  }

  /** A sample value: the default, the first of an enumeration, or the example. */
  public JsonNode sample() {
    return Stream.of(node.path("default"), node.path("enum").path(0), node.path("example"))
        .filter(candidate -> !candidate.isMissingNode())
        .findFirst()
        .orElseGet(this::emptyValue);
  }

  private JsonNode emptyValue() {
    return switch (type()) {
      case "integer", "number" -> IntNode.valueOf(0);
      case "boolean" -> BooleanNode.FALSE;
      default -> TextNode.valueOf("");
    };
  }

  private Schema at(JsonNode child) {
    return new Schema(document, child);
  }

  private static boolean contains(JsonNode names, String name) {
    return StreamSupport.stream(names.spliterator(), false).anyMatch(n -> n.asText().equals(name));
  }
}
