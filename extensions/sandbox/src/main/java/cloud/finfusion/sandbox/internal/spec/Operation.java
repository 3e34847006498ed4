package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An operation of the specification, with its keywords and extensions. */
public record Operation(JsonNode document, PathTemplate path, String method, JsonNode node) {
  private static final Pattern FIRST_LETTER = Pattern.compile("^[A-Z]");
  private static final Pattern WORD_BOUNDARY =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})");

  /** The operationId of the specification, or method and path if it has none. */
  public String id() {
    return node.path("operationId").asText(method + " " + path);
  }

  /** The name in the SDK, such as {@code payments.create}: the tag, and the method's name. */
  public String name() {
    return resource(node.path("tags").path(0).asText("default")) + "." + methodName();
  }

  /** The family under which its resources are stored. */
  public String family() {
    return node.path("x-finfusion-family").asText(path.toString());
  }

  public boolean takesIdempotencyKey() {
    return node.path("x-finfusion-idempotency").asBoolean();
  }

  public boolean needsCredentials() {
    return !security().isEmpty() && stream(security()).noneMatch(JsonNode::isEmpty);
  }

  /**
   * The scopes that a token needs for the operation: those of its security requirement, else the
   * first segment of its path.
   */
  public Set<String> scopes() {
    Set<String> named =
        stream(security())
            .flatMap(Operation::stream)
            .flatMap(Operation::stream)
            .map(JsonNode::asText)
            .collect(Collectors.toUnmodifiableSet());
    return named.isEmpty() ? Set.of(path.firstName()) : named;
  }

  public boolean hasBody() {
    return node.has("requestBody");
  }

  /** Whether its body is a file, or has files: whether it is neither JSON nor a form. */
  public boolean takesFile() {
    JsonNode content = requestBody().path("content");
    return !content.isEmpty() && mediaTypes(content).noneMatch(Operation::isData);
  }

  /** Whether its success is a file: no JSON. */
  public boolean returnsFile() {
    JsonNode content = successContent();
    return !content.isEmpty() && mediaTypes(content).noneMatch(Operation::isData);
  }

  /** The media type of the file that it returns. */
  public String fileType() {
    String first = successContent().fieldNames().next();
    return first.contains("*") ? "application/octet-stream" : first;
  }

  private static Stream<String> mediaTypes(JsonNode content) {
    return content.properties().stream().map(Map.Entry::getKey);
  }

  private static boolean isData(String mediaType) {
    return MediaType.parse(mediaType).filter(type -> type.isJson() || type.isForm()).isPresent();
  }

  /** The body that requests have, with its reference resolved; missing if there is none. */
  JsonNode requestBody() {
    return Schema.resolve(document, node.path("requestBody"));
  }

  /** The schema of its JSON body, or of its form; one without properties when there is neither. */
  public Schema requestSchema() {
    JsonNode content = requestBody().path("content");
    JsonNode json = content.path("application/json");
    JsonNode form = content.path("application/x-www-form-urlencoded");
    return new Schema(document, (json.isMissingNode() ? form : json).path("schema"));
  }

  public Optional<Pagination> pagination() {
    return Pagination.of(node.path("x-finfusion-pagination"));
  }

  public Optional<Batch> batch() {
    return Batch.of(node.path("x-finfusion-batch"));
  }

  /** The fields that the operation sets on the resource that its path names. */
  public JsonNode effect() {
    return node.path("x-finfusion-effect");
  }

  /** The name of its method in the SDK, such as {@code activate}. */
  public String methodName() {
    return node.path("x-finfusion-method").asText(id());
  }

  /** Names of query parameters. */
  public Stream<String> queryParameters() {
    return parameters()
        .filter(p -> p.path("in").asText().equals("query"))
        .map(p -> p.path("name").asText());
  }

  /** The default that the specification gives a query parameter. */
  public OptionalInt defaultOf(String parameter) {
    return parameters()
        .filter(p -> p.path("name").asText().equals(parameter))
        .map(p -> p.path("schema").path("default"))
        .filter(JsonNode::isInt)
        .mapToInt(JsonNode::asInt)
        .findFirst();
  }

  public int successStatus() {
    return success().map(Map.Entry::getKey).map(Integer::parseInt).orElse(200);
  }

  /** The schema of the JSON response; one without properties when there is none. */
  public Schema responseSchema() {
    return new Schema(document, successContent().path("application/json").path("schema"));
  }

  private JsonNode successContent() {
    JsonNode response = success().map(Map.Entry::getValue).orElseGet(Json::object);
    return Schema.resolve(document, response).path("content");
  }

  /** The response of a status, else the default one; missing if there is neither. */
  JsonNode response(int status) {
    JsonNode all = node.path("responses");
    JsonNode found = all.path(String.valueOf(status));
    return Schema.resolve(document, found.isMissingNode() ? all.path("default") : found);
  }

  /** The schema of one resource: of the items if the operation is a list, else of the response. */
  Schema resourceSchema() {
    Schema response = responseSchema();
    return pagination()
        .flatMap(names -> Optional.ofNullable(response.properties().get(names.items())))
        .map(Schema::items)
        .orElse(response);
  }

  /** As the generator names the resource of a tag: {@code apiKeys} for {@code API keys}. */
  private static String resource(String tag) {
    String capitalised =
        WORD_BOUNDARY
            .splitAsStream(tag)
            .filter(word -> !word.isEmpty())
            .map(word -> upper(word.substring(0, 1)) + lower(word.substring(1)))
            .collect(Collectors.joining());
    return FIRST_LETTER.matcher(capitalised).replaceFirst(first -> lower(first.group()));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private JsonNode security() {
    return node.has("security") ? node.path("security") : document.path("security");
  }

  /** Its parameters and those of its path, which it may replace by one of the same name. */
  Stream<JsonNode> parameters() {
    JsonNode ofPath = document.path("paths").path(path.toString()).path("parameters");
    Map<String, JsonNode> all = new LinkedHashMap<>();
    Stream.concat(stream(ofPath), stream(node.path("parameters")))
        .map(each -> Schema.resolve(document, each))
        .forEach(
            each -> all.put(each.path("in").asText() + " " + each.path("name").asText(), each));
    return all.values().stream();
  }

  private Optional<Map.Entry<String, JsonNode>> success() {
    return node.path("responses").properties().stream()
        .filter(each -> each.getKey().startsWith("2"))
        .findFirst();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
