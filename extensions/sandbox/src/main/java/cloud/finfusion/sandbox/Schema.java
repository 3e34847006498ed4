package cloud.finfusion.sandbox;

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

/** A schema of the specification, its reference followed. */
record Schema(JsonNode document, JsonNode node) {
  Schema {
    node = follow(document, node);
  }

  /** The object that a local reference names, or the object itself. */
  static JsonNode follow(JsonNode document, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : follow(document, document.at(reference.substring(1)));
  }

  Map<String, Schema> properties() {
    Map<String, Schema> all = new LinkedHashMap<>();
    node.path("allOf").forEach(part -> all.putAll(at(part).properties()));
    node.path("properties").properties().forEach(p -> all.put(p.getKey(), at(p.getValue())));
    return all;
  }

  boolean requires(String property) {
    return contains(node.path("required"), property)
        || StreamSupport.stream(node.path("allOf").spliterator(), false)
            .anyMatch(part -> at(part).requires(property));
  }

  /** The member of a union that the discriminator in this value names; any other schema itself. */
  Schema memberFor(JsonNode value) {
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

  Schema items() {
    return at(node.path("items"));
  }

  boolean isArray() {
    return node.path("type").asText().equals("array");
  }

  boolean isDateTime() {
    return node.path("format").asText().equals("date-time");
  }

  /**
   * Shown once, in the answer that creates the resource: a credential, which looks like {@code
   * whsec_…}. What is sensitive without a prefix, such as an account number, is the user's data.
   */
  boolean isSecret() {
    return node.path("x-finfusion-sensitive").asBoolean()
        && !isWriteOnly()
        && node.path("example").asText().contains("_");
  }

  boolean isEnum() {
    return node.has("enum");
  }

  /** The values of the discriminator of a union. */
  Set<String> kinds() {
    return node.path("discriminator").path("mapping").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Never in an answer. */
  boolean isWriteOnly() {
    return node.path("writeOnly").asBoolean();
  }

  /** What a value may look like: the default, the first of an enumeration, or the example. */
  JsonNode sample() {
    return Stream.of(node.path("default"), node.path("enum").path(0), node.path("example"))
        .filter(candidate -> !candidate.isMissingNode())
        .findFirst()
        .orElseGet(this::blank);
  }

  private JsonNode blank() {
    return switch (node.path("type").asText()) {
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
