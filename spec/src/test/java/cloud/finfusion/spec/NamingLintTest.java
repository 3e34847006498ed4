package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that become Java names. */
class NamingLintTest {
  private final Spec spec = Spec.BUNDLED;

  @Test
  void operationIdsAreCamelCaseAndUnique() {
    List<String> ids =
        Stream.concat(spec.operations().stream(), spec.events().stream())
            .map(Spec.Operation::id)
            .toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-zA-Z0-9]*"));
  }

  @Test
  void everyOperationHasOneTagAndItsTagIsDeclaredWithADescription() {
    List<String> declared =
        Spec.items(spec.root.path("tags"))
            .filter(tag -> tag.path("description").asText().endsWith("."))
            .map(tag -> tag.path("name").asText())
            .toList();
    assertThat(spec.operations())
        .allSatisfy(
            operation ->
                assertThat(Spec.texts(operation.node().path("tags")))
                    .as(operation.toString())
                    .singleElement()
                    .isIn(declared));
    assertThat(spec.operations())
        .flatExtracting(operation -> Spec.texts(operation.node().path("tags")))
        .as("every declared tag is used")
        .containsAll(declared);
  }

  @Test
  void propertiesAndQueryParametersAreSnakeCase() {
    assertThat(spec.properties())
        .isNotEmpty()
        .allMatch(property -> property.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    assertThat(spec.operations())
        .flatExtracting(spec::parameters)
        .filteredOn(each -> !each.path("in").asText().equals("header"))
        .extracting(each -> each.path("name").asText())
        .allMatch(name -> name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
  }

  @Test
  void schemasAreUpperCamelCase() {
    assertThat(spec.schemas().keySet()).allMatch(name -> name.matches("([A-Z][a-z0-9]+)+"));
  }

  @Test
  void everyPathArgumentIsDeclaredAndRequired() {
    assertThat(spec.operations())
        .allSatisfy(
            operation -> {
              List<JsonNode> arguments =
                  spec.parameters(operation).stream()
                      .filter(each -> each.path("in").asText().equals("path"))
                      .toList();
              assertThat(arguments)
                  .extracting(each -> "{" + each.path("name").asText() + "}")
                  .containsExactlyInAnyOrderElementsOf(
                      Stream.of(operation.path().split("/", -1))
                          .filter(part -> part.startsWith("{"))
                          .toList());
              assertThat(arguments).allMatch(each -> each.path("required").asBoolean());
            });
  }

  @Test
  void pathsHaveNoSlashAtTheEnd() {
    assertThat(Spec.members(spec.root.path("paths")).keySet())
        .allMatch(path -> path.startsWith("/") && !path.endsWith("/"));
  }
}
