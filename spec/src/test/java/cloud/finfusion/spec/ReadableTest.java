package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document is valid OpenAPI 3.0.3, and everything in it is used. */
class ReadableTest {
  private final Spec spec = Spec.BUNDLED;

  @Test
  void parserHasNothingToSay() throws IOException {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(Files.readString(spec.file), List.of(), options);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.0.3");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> dangling = new ArrayList<>();
    spec.walk(
        (place, node) -> {
          if (node.has("$ref") && spec.resolve(node).isMissingNode()) {
            dangling.add(place + ": " + node.path("$ref").asText());
          }
        });
    assertThat(dangling).isEmpty();
  }

  @Test
  void everySchemaIsUsed() throws IOException {
    String document = Files.readString(spec.file);
    assertThat(spec.schemas().keySet())
        .filteredOn(name -> !name.equals("Event"))
        .allSatisfy(name -> assertThat(document).contains("'#/components/schemas/" + name + "'"));
  }
}
