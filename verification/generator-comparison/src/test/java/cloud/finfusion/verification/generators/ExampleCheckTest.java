package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.utils.ModelUtils;

/** Each example that an author wrote is tried, and what contradicts its schema stands apart. */
class ExampleCheckTest {
  private static final Specification SPEC =
      Specification.in(
          Path.of(System.getProperty("basedir", ""), "src/test/resources/examples.yaml")
              .toAbsolutePath());

  @TempDir Path folder;
  private GeneratorOutput written;

  @BeforeEach
  void write() throws IOException {
    Sources sources = new Sources(folder);
    Files.createDirectories(sources.model("Box").getParent());
    Files.writeString(sources.model("Box"), "");
    OpenAPI api = new OpenAPIParser().readLocation(SPEC.file().toString(), null, null).getOpenAPI();
    written =
        new GeneratorOutput(
            sources,
            api,
            Map.of("Box", new GeneratorOutput.Named("Box", ModelUtils.getSchema(api, "Box"))),
            List.of());
  }

  @Test
  void everyExampleIsTried() {
    List<String> tried = new ArrayList<>();
    ExampleCheck check =
        check(
            (model, document) -> {
              tried.add(document);
              return document;
            });
    assertThat(tried)
        .containsExactlyInAnyOrder(
            "{\"size\":1}",
            "{\"size\":2}",
            "{\"size\":3}",
            "{\"size\":4}",
            "{\"size\":5}",
            "{\"size\":\"wrong\"}",
            "{\"size\":6,\"note\":\"text\"}",
            "{\"size\":1,\"note\":null}");
    assertThat(check.counts().cells()).containsExactly(7, 7, 0, 0, 0, 0);
    assertThat(check.problems()).isEmpty();
  }

  @Test
  void whatIsLostFailsUnlessItContradictsItsSchema() {
    ExampleCheck check = check((model, document) -> document.contains("note") ? document : "{}");
    assertThat(check.counts().cells()).containsExactly(7, 2, 0, 4, 0, 1);
    assertThat(check.problems())
        .hasSize(4)
        .contains("example of POST /boxes 201 large: Box: sent {\"size\":2}, got back {}");
  }

  @Test
  void whatCannotBeReadFailsUnlessItContradictsItsSchema() {
    ExampleCheck check =
        check(
            (model, document) -> {
              if (document.contains("wrong") || document.contains("4")) {
                throw new InvocationTargetException(new IllegalArgumentException("no number"));
              }
              return document;
            });
    assertThat(check.counts().cells()).containsExactly(7, 5, 1, 0, 1, 0);
    assertThat(check.problems())
        .containsExactly("example of Box: Box: java.lang.IllegalArgumentException: no number");
  }

  @Test
  void aSchemaIsThatOfItsVersion() {
    SchemaCheck check = new SchemaCheck(SpecDocument.of(SPEC));
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    String box = "#/components/schemas/Box";
    assertThat(check.contradictions(box, nodes.objectNode().put("size", 1).putNull("note")))
        .isEmpty();
    assertThat(check.contradictions(box, nodes.objectNode().putNull("size"))).isNotEmpty();
    assertThat(check.contradictions(box, nodes.objectNode())).isNotEmpty();
  }

  private ExampleCheck check(RoundTrip models) {
    return new ExampleCheck(SpecDocument.of(SPEC), written, models);
  }
}
