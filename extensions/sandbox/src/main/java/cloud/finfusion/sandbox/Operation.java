package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An operation of the specification and what its keywords and extensions say. */
record Operation(JsonNode document, PathTemplate path, String method, JsonNode node) {
  String id() {
    return node.path("operationId").asText(method + " " + path);
  }

  /** The name under which its resources are stored. */
  String family() {
    return node.path("x-finfusion-family").asText(path.toString());
  }

  boolean takesIdempotencyKey() {
    return node.path("x-finfusion-idempotency").asBoolean();
  }

  boolean needsCredentials() {
    return !security().isEmpty() && stream(security()).noneMatch(JsonNode::isEmpty);
  }

  /**
   * The scopes that a token needs for it: those that its security names, else the first segment of
   * its path.
   */
  Set<String> scopes() {
    Set<String> named =
        stream(security())
            .flatMap(Operation::stream)
            .flatMap(Operation::stream)
            .map(JsonNode::asText)
            .collect(Collectors.toUnmodifiableSet());
    return named.isEmpty() ? Set.of(path.firstName()) : named;
  }

  boolean hasBody() {
    return node.has("requestBody");
  }

  Optional<Pagination> pagination() {
    return Pagination.of(node.path("x-finfusion-pagination"));
  }

  Optional<Batch> batch() {
    return Batch.of(node.path("x-finfusion-batch"));
  }

  /** The fields that it sets on the resource below whose id it stands. */
  JsonNode effect() {
    return node.path("x-finfusion-effect");
  }

  /** Its name among the methods of its resource, such as {@code activate}. */
  String verb() {
    return node.path("x-finfusion-method").asText();
  }

  /** Names of query parameters. */
  Stream<String> queryParameters() {
    return parameters()
        .filter(p -> p.path("in").asText().equals("query"))
        .map(p -> p.path("name").asText());
  }

  /** The default that the specification gives a query parameter. */
  OptionalInt defaultOf(String parameter) {
    return parameters()
        .filter(p -> p.path("name").asText().equals(parameter))
        .map(p -> p.path("schema").path("default"))
        .filter(JsonNode::isInt)
        .mapToInt(JsonNode::asInt)
        .findFirst();
  }

  int successStatus() {
    return success().map(Map.Entry::getKey).map(Integer::parseInt).orElse(200);
  }

  /** The schema of its JSON answer; one without properties when it has none. */
  Schema answerSchema() {
    JsonNode answer = success().map(Map.Entry::getValue).orElseGet(Json::object);
    JsonNode content = Schema.follow(document, answer).path("content");
    return new Schema(document, content.path("application/json").path("schema"));
  }

  /** The schema of what it is about: of each item if it is a list, else of its answer. */
  Schema resourceSchema() {
    Schema answer = answerSchema();
    return pagination()
        .flatMap(names -> Optional.ofNullable(answer.properties().get(names.items())))
        .map(Schema::items)
        .orElse(answer);
  }

  private JsonNode security() {
    return node.has("security") ? node.path("security") : document.path("security");
  }

  private Stream<JsonNode> parameters() {
    return stream(node.path("parameters")).map(p -> Schema.follow(document, p));
  }

  private Optional<Map.Entry<String, JsonNode>> success() {
    return node.path("responses").properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .findFirst();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
