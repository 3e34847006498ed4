package cloud.finfusion.templates.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of a schema without an example, or with one that is none. */
class ExampleValuesTest {
  private static final String FIELDS =
      "{ type: object, required: [a], properties: { a: { type: boolean }, b: { type: integer },"
          + " c: { type: string, writeOnly: true }, d: { type: string, pattern: '^x$' } } }";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { type: string, pattern: '^[A-Z0-9]+$' } | "TEXT"
          { type: string, pattern: '^[0-9]+$', minLength: 3 } | "111"
          { type: string, pattern: '^[a-z]{2}$', maxLength: 2 } | "te"
          { type: array, items: { type: integer, minimum: 7 }, example: 'two, by commas' } | [7]
          { type: array, items: { type: integer }, example: [8, 9] } | [8,9]
          { type: object, properties: { a: { type: boolean } }, example: needs a login } | {"a":true}
          { type: string, example: needs a login } | "needs a login"
          """)
  void aValueIsTheExampleOrTheSmallest(String schema, String value) throws IOException {
    assertThat(ExampleValues.required(new OpenAPI()).of(schema(schema))).hasToString(value);
  }

  @Test
  void whatIsSentHasTheRequiredFieldsAndWhatIsReceivedAllThatCanBeMade() throws IOException {
    assertThat(ExampleValues.required(new OpenAPI()).of(schema(FIELDS)))
        .hasToString("{\"a\":true}");
    assertThat(ExampleValues.received(new OpenAPI()).of(schema(FIELDS)))
        .hasToString("{\"a\":true,\"b\":1}");
  }

  @Test
  void aPatternThatNoUsualTextHasIsSaid() {
    assertThatThrownBy(
            () ->
                ExampleValues.required(new OpenAPI())
                    .of(schema("{ type: string, pattern: '^x$' }")))
        .isInstanceOf(NoExampleException.class)
        .hasMessage("a text of the pattern ^x$ needs one");
  }

  private static Schema<?> schema(String yaml) throws IOException {
    return Yaml.mapper().readValue(yaml, Schema.class);
  }
}
