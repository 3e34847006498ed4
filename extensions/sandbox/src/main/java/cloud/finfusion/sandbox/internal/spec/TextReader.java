package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the text of a parameter or of a form's field as the JSON that its schema asks for. What is
 * no such value stays text, for the schema to refuse.
 *
 * @param separated whether one text holds all items of an array
 */
record TextReader(Schema schema, boolean separated) {
  private static final Set<String> NOT_TEXT = Set.of("integer", "number", "boolean");

  /** Only a query repeats the parameter for each item, unless the specification says otherwise. */
  static TextReader ofParameter(JsonNode document, JsonNode parameter) {
    boolean repeated =
        parameter.path("in").asText().equals("query") && parameter.path("explode").asBoolean(true);
    return new TextReader(new Schema(document, parameter.path("schema")), !repeated);
  }

  static TextReader ofField(Schema schema) {
    return new TextReader(schema, false);
  }

  boolean takesMany() {
    return schema.isArray();
  }

  /** Whether nothing is given where only an empty text could stand for it. */
  boolean isMissing(List<String> texts) {
    return NOT_TEXT.contains(schema.type()) && texts.stream().allMatch(String::isBlank);
  }

  JsonNode read(List<String> texts) {
    return schema.isArray() || texts.size() > 1 ? items(texts) : value(schema, texts.get(0));
  }

  private ArrayNode items(List<String> texts) {
    ArrayNode array = Json.object().arrayNode();
    texts.stream()
        .flatMap(text -> separated ? Stream.of(text.split(",", -1)) : Stream.of(text))
        .forEach(text -> array.add(value(schema.items(), text)));
    return array;
  }

  private static JsonNode value(Schema schema, String text) {
    if (!NOT_TEXT.contains(schema.type())) {
      return TextNode.valueOf(text);
    }
    try {
      JsonNode value = Json.read(text);
      return value.isNumber() || value.isBoolean() ? value : TextNode.valueOf(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
