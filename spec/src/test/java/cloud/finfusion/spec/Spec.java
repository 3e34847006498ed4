package cloud.finfusion.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code finfusion.yaml} as it is written, extensions beside references included. */
final class Spec {
  static final Path FOLDER = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  static final Spec BUNDLED = new Spec(FOLDER.resolve("finfusion.yaml"));

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  final Path file;
  final JsonNode root;

  private Spec(Path file) {
    this.file = file;
    try {
      root = Yaml.mapper().readTree(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The operations that callers have. */
  List<Operation> operations() {
    return operationsOf(root.path("paths"));
  }

  /** What FinFusion calls: one for each type of event. */
  List<Operation> events() {
    return operationsOf(root.path("x-webhooks"));
  }

  private static List<Operation> operationsOf(JsonNode paths) {
    List<Operation> operations = new ArrayList<>();
    members(paths)
        .forEach(
            (path, item) ->
                members(item)
                    .forEach(
                        (method, node) -> {
                          if (METHODS.contains(method)) {
                            operations.add(new Operation(method, path, node));
                          }
                        }));
    return operations;
  }

  Map<String, JsonNode> schemas() {
    return components("schemas");
  }

  JsonNode schema(String name) {
    return root.path("components").path("schemas").path(name);
  }

  Map<String, JsonNode> components(String kind) {
    return members(root.path("components").path(kind));
  }

  /** The properties of a schema, its own and those of what it is made of. */
  List<Property> properties(String schema) {
    List<Property> found = new ArrayList<>();
    collect(schema, schema(schema), found);
    return found;
  }

  List<Property> properties() {
    return schemas().keySet().stream().flatMap(each -> properties(each).stream()).toList();
  }

  private void collect(String where, JsonNode schema, List<Property> found) {
    schema.path("allOf").forEach(part -> collect(where, resolve(part), found));
    Set<String> required = Set.copyOf(texts(schema.path("required")));
    members(schema.path("properties"))
        .forEach(
            (name, node) -> {
              found.add(new Property(where, name, node, resolve(node), required.contains(name)));
              if (node.has("properties")) {
                collect(where + "." + name, node, found);
              }
            });
  }

  /** The parameters of an operation, resolved. */
  List<JsonNode> parameters(Operation operation) {
    return items(operation.node.path("parameters")).map(this::resolve).toList();
  }

  /** Every node of the document with its place, in the document's order. */
  void walk(BiConsumer<String, JsonNode> visitor) {
    walk("", root, visitor);
  }

  private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(place, node);
    members(node).forEach((name, child) -> walk(place + "/" + name, child, visitor));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(place + "/" + i, node.path(i), visitor);
      }
    }
  }

  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(root.at(node.path("$ref").asText().substring(1))) : node;
  }

  /** The name at the end of a reference, else the type and format. */
  static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.path("$ref").asText().replaceFirst(".*/", "");
    }
    if (schema.has("items")) {
      return "array of " + type(schema.path("items"));
    }
    String format = schema.path("format").asText();
    return schema.path("type").asText() + (format.isEmpty() ? "" : " " + format);
  }

  static Map<String, JsonNode> members(JsonNode node) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    node.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
    return members;
  }

  static Stream<JsonNode> items(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  static List<String> texts(JsonNode array) {
    return items(array).map(JsonNode::asText).toList();
  }

  /** An operation or, below {@code x-webhooks}, an event. */
  record Operation(String method, String path, JsonNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    /** The status of success: 204 where the response has no body. */
    String success() {
      return node.path("responses").has("204") ? "204" : "200";
    }

    JsonNode response(String status) {
      return node.path("responses").path(status);
    }

    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  /** A property as written, and what a reference in its place points to. */
  record Property(String owner, String name, JsonNode written, JsonNode schema, boolean required) {
    @Override
    public String toString() {
      return owner + "." + name;
    }
  }
}
