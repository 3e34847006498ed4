package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.ErrorRows;
import cloud.finfusion.templates.reference.ExampleValues;
import cloud.finfusion.templates.reference.NoExampleException;
import cloud.finfusion.templates.reference.SaidExamples;
import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.view.OperationView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the server responds with, by the examples of the responses, else by their schemas. */
record ExpectedResponses(SpecOperation spec, OperationView view) {
  private static final String SUCCESS = "2";

  /** Statuses of ranges, and for all that are not named. */
  private static final Map<String, String> STANDS_FOR =
      Map.of("4XX", "418", "5XX", "500", "default", "500");

  /** Codes of a request that is still running; with another one a conflict is refused. */
  private static final Set<String> IN_PROGRESS = Set.of("", "VAL001", "RATE002");

  /** The success, and what the facade makes of it. */
  void addSuccess(ExpectationLines lines) {
    Map.Entry<String, MediaType> media = json(success()).orElse(null);
    if (media == null) {
      addOther(lines);
    } else if (view.page() == null) {
      JsonNode body = media.getValue().getSchema() == null ? object() : value(media.getValue());
      addResponse(lines, media.getKey(), body.toString());
      if (view.hasResult() && !view.result().equals("ResponseBody")) {
        lines.add("returns", body.toString());
      }
    } else {
      ExpectedPages pages = new ExpectedPages(spec.fields("x-finfusion-pagination"));
      addResponse(lines, media.getKey(), pages.last(body()).toString());
      pages.addTo(lines, body());
    }
    if (view.batch() != null) {
      new ExpectedBatch(spec.fields("x-finfusion-batch")).addTo(lines, body());
    }
    if (view.waiting() != null) {
      ExpectedWait.of(spec).addTo(lines, body());
    }
  }

  private void addOther(ExpectationLines lines) {
    String type =
        Objects.requireNonNullElse(success().getContent(), Map.<String, MediaType>of())
            .keySet()
            .stream()
            .findFirst()
            .orElse("");
    addResponse(lines, type, type.isEmpty() ? "" : "text");
  }

  private void addResponse(ExpectationLines lines, String type, String body) {
    lines.addCode(
        "responds",
        successStatus(),
        ExpectationLines.literal(type),
        ExpectationLines.literal(body));
  }

  /** The body of the success, an object. */
  private ObjectNode body() {
    return json(success())
        .map(media -> value(media.getValue()))
        .filter(ObjectNode.class::isInstance)
        .map(body -> (ObjectNode) body)
        .orElseGet(ExpectedResponses::object);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private String successStatus() {
    return spec.responses().keySet().stream()
        .filter(each -> each.startsWith(SUCCESS) && !each.endsWith("XX"))
        .sorted()
        .findFirst()
        .orElse("200");
  }

  private ApiResponse success() {
    return spec.responses().entrySet().stream()
        .filter(each -> each.getKey().startsWith(SUCCESS))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(spec.responses().get("default")))
        .orElseGet(ApiResponse::new);
  }

  private static Optional<Map.Entry<String, MediaType>> json(ApiResponse response) {
    return Objects.requireNonNullElse(response.getContent(), Map.<String, MediaType>of())
        .entrySet()
        .stream()
        .filter(each -> each.getKey().matches("(?i).*[/+]json\\s*(;.*)?|\\*/\\*"))
        .findFirst();
  }

  private JsonNode value(MediaType media) {
    JsonNode said = SaidExamples.of(media);
    if (said != null) {
      return said;
    }
    JsonNode whole = ExampleValues.received(spec.openAPI()).of(media.getSchema());
    return whole.toString().length() <= ExpectationLines.LONGEST_TEXT
        ? whole
        : ExampleValues.required(spec.openAPI()).of(media.getSchema());
  }

  /** A line for each error that the specification describes. */
  void addErrors(ExpectationLines lines) {
    spec.responses()
        .forEach(
            (key, response) -> {
              String status = STANDS_FOR.getOrDefault(key, key);
              boolean named = status.equals(key) || !spec.responses().containsKey(status);
              if (named && status.matches("[45]\\d\\d")) {
                addError(lines, status, response);
              }
            });
  }

  private void addError(ExpectationLines lines, String status, ApiResponse response) {
    Map.Entry<String, MediaType> media = json(response).orElse(null);
    JsonNode body = media == null ? object() : bodyOf(media.getValue());
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    String code = error.path("code").isValueNode() ? error.path("code").asText() : "";
    boolean conflict = status.equals("409") && view.idempotent();
    if (conflict && body.path("error").isObject() && !IN_PROGRESS.contains(code)) {
      return; // whether the first request still runs is told by its words
    }
    boolean detailed = status.equals("422") && !error.path("details").isEmpty();
    lines.addCode(
        "fails",
        status,
        ExpectationLines.literal(media == null ? "" : media.getKey()),
        ExpectationLines.literal(media == null ? "" : body.toString()),
        ExpectationLines.literal(
            detailed ? "ValidationException" : new ErrorRows(spec, view).exception(status)),
        code.matches("[A-Za-z0-9._:-]{1,64}") ? ExpectationLines.literal(code) : "null");
  }

  private JsonNode bodyOf(MediaType media) {
    try {
      return media.getSchema() == null ? object() : value(media);
    } catch (NoExampleException none) {
      return object(); // an error is read whatever its body is
    }
  }
}
