package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Texts that become Javadoc, and examples that show what is meant. */
class TextLintTest {
  private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

  private final Spec spec = Spec.BUNDLED;

  @Test
  void everythingIsDescribedInSentences() {
    Map<String, JsonNode> texts = new LinkedHashMap<>();
    for (String kind :
        List.of("schemas", "parameters", "headers", "responses", "securitySchemes")) {
      spec.components(kind)
          .forEach((name, node) -> texts.put(kind + " " + name, node.path("description")));
    }
    spec.properties()
        .forEach(each -> texts.put(each.toString(), each.schema().path("description")));
    spec.operations().forEach(each -> describe(each, texts));
    spec.events().forEach(each -> describe(each, texts));
    assertThat(texts).hasSizeGreaterThan(150);
    assertThat(texts)
        .allSatisfy(
            (name, text) ->
                assertThat(text.asText())
                    .as(name + ": starts with a capital, ends with a full stop")
                    .matches("(?s)\\p{Lu}.*[.]")
                    .doesNotContain("  ", "TODO", "{@", "<", "*/"));
  }

  private void describe(Spec.Operation operation, Map<String, JsonNode> texts) {
    texts.put(operation.id() + " summary", operation.node().path("summary"));
    if (operation.node().has("description")) {
      texts.put(operation.id() + " description", operation.node().path("description"));
    }
    for (JsonNode parameter : spec.parameters(operation)) {
      String name = operation.id() + " " + parameter.path("name").asText();
      texts.put(name, parameter.path("description"));
    }
    Spec.members(operation.node().path("responses"))
        .forEach(
            (status, response) ->
                texts.put(
                    operation.id() + " " + status, spec.resolve(response).path("description")));
  }

  @Test
  void everyScalarPropertyAndEveryParameterHasAnExample() {
    List<String> without = new ArrayList<>();
    spec.properties().stream()
        .filter(each -> isScalar(each.schema()) && !each.schema().has("example"))
        .forEach(each -> without.add(each.toString()));
    for (Spec.Operation operation : spec.operations()) {
      spec.parameters(operation).stream()
          .filter(each -> !each.has("example"))
          .forEach(each -> without.add(operation.id() + " " + each.path("name").asText()));
    }
    assertThat(without).isEmpty();
  }

  private static boolean isScalar(JsonNode schema) {
    return SCALARS.contains(schema.path("type").asText())
        || SCALARS.contains(schema.path("items").path("type").asText());
  }

  @Test
  void examplesKeepTheirOwnBounds() {
    assertThat(spec.properties())
        .filteredOn(each -> each.schema().has("example"))
        .allSatisfy(
            each -> {
              JsonNode schema = each.schema();
              String example = schema.path("example").asText();
              if (schema.has("pattern")) {
                assertThat(example)
                    .as(each.toString())
                    .containsPattern(schema.path("pattern").asText());
              }
              if (schema.has("enum")) {
                assertThat(Spec.texts(schema.path("enum"))).as(each.toString()).contains(example);
              }
              if (schema.path("type").asText().equals("integer")) {
                assertThat(schema.path("example").asLong())
                    .as(each.toString())
                    .isBetween(
                        schema.path("minimum").asLong(Long.MIN_VALUE),
                        schema.path("maximum").asLong(Long.MAX_VALUE));
              }
            });
  }
}
