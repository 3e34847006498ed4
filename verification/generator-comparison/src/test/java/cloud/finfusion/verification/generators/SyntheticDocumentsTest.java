package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.codegen.utils.ModelUtils;

class SyntheticDocumentsTest {
  private static final OpenAPI SPEC =
      new OpenAPIParser()
          .readLocation(
              Path.of(System.getProperty("basedir", ""), "src/test/resources/synthetic.yaml")
                  .toString(),
              null,
              null)
          .getOpenAPI();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Claim   | {"reason":"late","amount":1,"kind":"claim"}
          Vehicle | {"type":"Car","doors":1}
          Tagged  | {"type":"first"}
          """)
  void aDocumentIsWhatItsSchemaAllows(String schema, String document) {
    assertThat(new SyntheticDocuments(SPEC).named(schema, ModelUtils.getSchema(SPEC, schema)))
        .hasToString(document);
  }
}
