package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.utils.ModelUtils;

/** A question to a model: what becomes of a document that holds this? */
enum Probe {
  /** The documents of the others are this one, changed in one place. */
  PLAIN("a plain document") {
    @Override
    List<ObjectNode> plant(ObjectNode sample, Map<String, Schema<?>> properties, Samples samples) {
      return List.of(sample);
    }
  },
  UNKNOWN_ENUM_VALUE("an unknown enum value") {
    @Override
    List<ObjectNode> plant(ObjectNode sample, Map<String, Schema<?>> properties, Samples samples) {
      List<ObjectNode> documents = new ArrayList<>();
      properties.forEach(
          (name, property) -> {
            if (samples.schema(property).getEnum() != null) {
              documents.add(sample.deepCopy().put(name, "newer_than_this_version"));
            }
          });
      return documents;
    }
  },
  UNKNOWN_FIELD("an unknown field") {
    @Override
    List<ObjectNode> plant(ObjectNode sample, Map<String, Schema<?>> properties, Samples samples) {
      return List.of(sample.deepCopy().put("newer_than_this_version", true));
    }
  },
  EXPLICIT_NULL("an explicit null") {
    @Override
    List<ObjectNode> plant(ObjectNode sample, Map<String, Schema<?>> properties, Samples samples) {
      List<ObjectNode> documents = new ArrayList<>();
      properties.forEach(
          (name, property) -> {
            if (ModelUtils.isNullable(property)) {
              documents.add(sample.deepCopy().putNull(name));
            }
          });
      return documents;
    }
  };

  private final String title;

  Probe(String title) {
    this.title = title;
  }

  /** The documents to ask with: one for each place where the model can hold such a thing. */
  abstract List<ObjectNode> plant(
      ObjectNode sample, Map<String, Schema<?>> properties, Samples samples);

  @Override
  public String toString() {
    return title;
  }
}
