package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A specification as its file has it, before a parser made anything of it. */
record SpecDocument(JsonNode root) {

  /** A node, and the pointer that leads to it. */
  record LocatedNode(String pointer, JsonNode node) {

    /** What stands inside; a missing node if nothing does. */
    LocatedNode in(String name) {
      String token = name.replace("~", "~0").replace("/", "~1");
      return new LocatedNode(pointer + "/" + token, node.path(name));
    }
  }

  static SpecDocument of(Specification spec) {
    return new SpecDocument(
        DeserializationUtils.deserializeIntoTree(spec.text(), spec.file().toString(), null, null));
  }

  /** What stands there, or what the reference that stands there leads to in this document. */
  LocatedNode follow(LocatedNode place) {
    String reference = place.node().path("$ref").asText();
    return reference.startsWith("#/") ? follow(at(reference)) : place;
  }

  /** The place of a pointer, as {@code #/components/schemas/Payment}. */
  LocatedNode at(String pointer) {
    LocatedNode place = new LocatedNode("#", root);
    for (String token : pointer.substring(2).split("/", -1)) {
      String decoded = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
      place = place.in(decoded.replace("~1", "/").replace("~0", "~"));
    }
    return place;
  }

  boolean isOfVersion31() {
    return root.path("openapi").asText().startsWith("3.1");
  }

  /** The document as a schema: that of a pointer, which finds all that it refers to. */
  JsonNode asSchema(String pointer) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    root.properties().forEach(each -> schema.set(each.getKey(), each.getValue()));
    return schema.put("$ref", pointer);
  }
}
