package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Everything says where it comes from: a page of the documentation, or a decision of this project.
 */
class OriginTest {
  /** The pages; {@code spec/README.md} names them. */
  private static final Set<String> PAGES =
      Set.of("API", "AUTH", "HOOK", "ERR", "BEST", "KEYS", "SEC", "RISK");

  private final Spec spec = Spec.BUNDLED;

  @Test
  void everyOperationEventAndSchemaIsEitherDocumentedOrAssumed() {
    Map<String, JsonNode> things = new LinkedHashMap<>(spec.schemas());
    spec.operations().forEach(each -> things.put(each.toString(), each.node()));
    spec.events().forEach(each -> things.put("event " + each.path(), each.node()));
    assertThat(things).hasSizeGreaterThan(50);
    assertThat(things)
        .allSatisfy(
            (name, node) ->
                assertThat(node.has("x-finfusion-documented"))
                    .as(name + ": exactly one of documented and assumed")
                    .isNotEqualTo(node.has("x-finfusion-assumed")));
  }

  @Test
  void everySourceIsAPageOfTheDocumentationAndEveryAssumptionHasAReason() {
    List<String> wrong = new ArrayList<>();
    spec.walk(
        (place, node) -> {
          JsonNode page = node.path("x-finfusion-documented");
          JsonNode reason = node.path("x-finfusion-assumed");
          if (!page.isMissingNode() && !PAGES.contains(page.asText())) {
            wrong.add(place + ": unknown page " + page);
          }
          if (!reason.isMissingNode() && (!reason.isTextual() || reason.asText().isBlank())) {
            wrong.add(place + ": assumed without a reason");
          }
          if (!page.isMissingNode() && !reason.isMissingNode()) {
            wrong.add(place + ": documented and assumed at once");
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everySharedParameterAndHeaderSaysWhereItComesFrom() {
    Map<String, JsonNode> things = new LinkedHashMap<>(spec.components("parameters"));
    things.putAll(spec.components("headers"));
    assertThat(things)
        .isNotEmpty()
        .allSatisfy(
            (name, node) ->
                assertThat(node.has("x-finfusion-documented"))
                    .as(name)
                    .isNotEqualTo(node.has("x-finfusion-assumed")));
  }
}
