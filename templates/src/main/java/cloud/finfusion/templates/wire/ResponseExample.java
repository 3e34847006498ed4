package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.ExampleValues;
import cloud.finfusion.templates.reference.NoExampleException;
import cloud.finfusion.templates.reference.SaidExamples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a response may be.
 *
 * @param type its media type, JSON if it may be; empty if it has no body
 * @param media the JSON; empty if it is none
 */
record ResponseExample(OpenAPI openAPI, String type, Optional<MediaType> media) {

  static ResponseExample of(OpenAPI openAPI, ApiResponse response) {
    Map<String, MediaType> all =
        Objects.requireNonNullElse(response.getContent(), Map.<String, MediaType>of());
    return all.entrySet().stream()
        .filter(each -> each.getKey().matches("(?i).*[/+]json\\s*(;.*)?|\\*/\\*"))
        .findFirst()
        .map(json -> new ResponseExample(openAPI, json.getKey(), Optional.of(json.getValue())))
        .orElseGet(
            () ->
                new ResponseExample(
                    openAPI, all.keySet().stream().findFirst().orElse(""), Optional.empty()));
  }

  boolean isJson() {
    return media.isPresent();
  }

  /** The specification's example, else all that the schema has, if it can be written. */
  JsonNode json() {
    MediaType json = media.orElseGet(MediaType::new);
    JsonNode said = SaidExamples.of(json);
    if (said != null || json.getSchema() == null) {
      return said == null ? object() : said;
    }
    JsonNode whole = ExampleValues.received(openAPI).of(json.getSchema());
    return whole.toString().length() <= ExpectationLines.LONGEST_TEXT
        ? whole
        : ExampleValues.required(openAPI).of(json.getSchema());
  }

  /** The same where an object is wanted. */
  ObjectNode jsonObject() {
    return json() instanceof ObjectNode object ? object : object();
  }

  /** The same where any body will do: an error is read whatever its body is. */
  JsonNode anyJson() {
    try {
      return json();
    } catch (NoExampleException none) {
      return object();
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
