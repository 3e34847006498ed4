package cloud.finfusion.sandbox.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Reads and writes JSON trees; duplicate keys and trailing text are errors. Token by token, since
 * an {@code ObjectMapper} alone would take a fifth of a sandbox's first start.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The tree; a missing node if the text is blank. */
  public static JsonNode read(String text) throws JsonProcessingException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonNode tree = parser.nextToken() == null ? MissingNode.getInstance() : value(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "Text follows the value");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("A text could not be read", e);
    }
  }

  public static String write(JsonNode tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(tree, generator);
    } catch (IOException e) {
      throw new IllegalStateException("A tree could not be written as JSON", e);
    }
    return text.toString();
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      default -> NullNode.instance;
    };
  }

  private static ObjectNode fields(JsonParser parser) throws IOException {
    ObjectNode object = object();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static ArrayNode items(JsonParser parser) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> IntNode.valueOf(parser.getIntValue());
      case LONG -> LongNode.valueOf(parser.getLongValue());
      default -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
    };
  }

  private static void write(JsonNode tree, JsonGenerator generator) throws IOException {
    switch (tree.getNodeType()) {
      case OBJECT -> writeFields(tree, generator);
      case ARRAY -> writeItems(tree, generator);
      case STRING -> generator.writeString(tree.textValue());
      case NUMBER -> writeNumber(tree, generator);
      case BOOLEAN -> generator.writeBoolean(tree.booleanValue());
      default -> generator.writeNull();
    }
  }

  private static void writeFields(JsonNode object, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      generator.writeFieldName(field.getKey());
      write(field.getValue(), generator);
    }
    generator.writeEndObject();
  }

  private static void writeItems(JsonNode array, JsonGenerator generator) throws IOException {
    generator.writeStartArray();
    for (JsonNode item : array) {
      write(item, generator);
    }
    generator.writeEndArray();
  }

  private static void writeNumber(JsonNode number, JsonGenerator generator) throws IOException {
    if (number.isIntegralNumber()) {
      generator.writeNumber(number.bigIntegerValue());
    } else {
      generator.writeNumber(number.decimalValue());
    }
  }
}
