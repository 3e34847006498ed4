package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every operation says how it fails, and every response says what it carries. */
class ErrorsLintTest {
  private final Spec spec = Spec.BUNDLED;

  @Test
  void everyOperationListsItsErrors() {
    assertThat(spec.operations())
        .allSatisfy(
            operation ->
                assertThat(Spec.members(operation.node().path("responses")))
                    .as(operation.toString())
                    .containsKeys(expected(operation).toArray(new String[0])));
  }

  private List<String> expected(Spec.Operation operation) {
    List<String> statuses = new ArrayList<>(List.of(operation.success(), "401", "429", "default"));
    List<String> places =
        spec.parameters(operation).stream().map(each -> each.path("in").asText()).toList();
    if (operation.node().has("requestBody")
        || places.contains("query")
        || places.contains("path")) {
      statuses.add("400");
    }
    if (places.contains("path")) {
      statuses.add("404");
    }
    if (operation.node().path("x-finfusion-idempotency").asBoolean()) {
      statuses.addAll(List.of("409", "422"));
    }
    return statuses;
  }

  @Test
  void everyErrorHasTheEnvelopeAndAnExample() {
    assertThat(spec.components("responses"))
        .isNotEmpty()
        .allSatisfy(
            (name, response) -> {
              JsonNode json = response.path("content").path("application/json");
              assertThat(Spec.type(json.path("schema"))).as(name).isEqualTo("ErrorEnvelope");
              assertThat(json.at("/example/error/code").asText())
                  .as(name)
                  .matches("[A-Z]+[0-9]{3}");
              assertThat(json.at("/example/error/message").asText()).as(name).isNotBlank();
            });
  }

  @Test
  void anExampleWithACodeThatIsNotDocumentedSaysSo() {
    List<String> codes = Spec.texts(spec.schema("ErrorCode").path("enum"));
    assertThat(spec.components("responses"))
        .allSatisfy(
            (name, response) -> {
              JsonNode json = response.path("content").path("application/json");
              if (!codes.contains(json.at("/example/error/code").asText())) {
                assertThat(json.path("x-finfusion-assumed").asText()).as(name).isNotBlank();
              }
            });
  }

  @Test
  void everyResponseCarriesARequestId() {
    assertThat(spec.operations())
        .allSatisfy(
            operation ->
                assertThat(Spec.members(operation.node().path("responses")).values())
                    .as(operation.toString())
                    .allMatch(each -> spec.resolve(each).path("headers").has("X-Request-Id")));
  }

  @Test
  void responsesToKeyedWritesSayWhetherTheyAreReplayed() {
    assertThat(spec.operations())
        .filteredOn(each -> each.node().path("x-finfusion-idempotency").asBoolean())
        .isNotEmpty()
        .allMatch(each -> each.response(each.success()).path("headers").has("Idempotent-Replayed"));
  }
}
