package cloud.finfusion.sandbox.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The names of a batch's fields, from {@code x-finfusion-batch}. */
public record Batch(String items, String results, String resource, String error) {
  static Optional<Batch> of(JsonNode extension) {
    return extension.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Batch(
                extension.path("items").asText("items"),
                extension.path("results").asText("results"),
                extension.path("resource").asText("resource"),
                extension.path("error").asText("error")));
  }
}
