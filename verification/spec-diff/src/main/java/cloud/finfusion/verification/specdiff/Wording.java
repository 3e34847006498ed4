package cloud.finfusion.verification.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What people read in a specification and programs do not. */
final class Wording {
  private static final Set<String> WORDS =
      Set.of("title", "summary", "description", "x-finfusion-assumed", "x-finfusion-documented");

  private Wording() {}

  static boolean isAllThatChanged(Path before, Path after) throws IOException {
    return without(before).equals(without(after));
  }

  private static JsonNode without(Path spec) throws IOException {
    JsonNode all = Yaml.mapper().readTree(spec.toFile());
    remove(all);
    return all;
  }

  /** A property that is called {@code description} is a schema, not a text, and stays. */
  private static void remove(JsonNode node) {
    if (node instanceof ObjectNode fields) {
      WORDS.stream().filter(word -> fields.path(word).isTextual()).forEach(fields::remove);
    }
    node.forEach(Wording::remove);
  }
}
