package cloud.finfusion.sandbox.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each keyword of a schema accepts and refuses values as OpenAPI 3.0 says. */
class KeywordsTest {
  private static final String UNSATISFIED = "does not satisfy '%s' of the specification";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type': 'string'}                                  | 'a'        | 1       | integer",
        "{'type': 'integer'}                                 | 1          | 1.0     | number",
        "{'type': 'number'}                                  | 1          | '1'     | string",
        "{'type': 'boolean'}                                 | false      | 0       | integer",
        "{'type': 'array'}                                   | []         | {}      | object",
        "{'type': 'object'}                                  | {}         | []      | array",
        "{'type': 'string'}                                  | ''         | null    | null",
        "{'type': 'string', 'nullable': true}                | null       | true    | boolean",
        "{'type': ['string', 'null']}                        | null       | 7       | integer"
      })
  void aTypeIsNamedByTheError(String schema, String right, String wrong, String actual) {
    assertThat(messages(schema, right)).isEmpty();
    assertThat(messages(schema, wrong))
        .singleElement()
        .asString()
        .startsWith("Instance type (" + actual + ") does not match any allowed primitive type");
  }

  @Test
  void theAllowedTypesAreListed() {
    assertThat(messages("{'type': 'string', 'nullable': true}", "7"))
        .containsExactly(
            "Instance type (integer) does not match any allowed primitive type"
                + " (allowed: [\"null\",\"string\"])");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'minimum': 2}                           | 2   | 1.9 | lower than the required minimum (minimum: 2, found: 1.9)",
        "{'maximum': 2}                           | 2.0 | 3   | greater than the required maximum (maximum: 2, found: 3)",
        "{'minimum': 2, 'exclusiveMinimum': true} | 3   | 2   | not strictly greater than the required minimum (minimum: 2, found: 2)",
        "{'maximum': 2, 'exclusiveMaximum': true} | 1   | 2   | not strictly lower than the required maximum (maximum: 2, found: 2)"
      })
  void aBoundOfNumbersIsExplained(String schema, String right, String wrong, String message) {
    assertThat(messages(schema, right)).isEmpty();
    assertThat(messages(schema, "'text'")).isEmpty();
    assertThat(messages(schema, wrong)).containsExactly("Numeric instance is " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'minItems': 1} | [1]    | []     | short: must have at least 1 elements but instance has 0 elements",
        "{'maxItems': 1} | [1]    | [1, 2] | long: must have at most 1 elements but instance has 2 elements"
      })
  void aSizeOfArraysIsExplained(String schema, String right, String wrong, String message) {
    assertThat(messages(schema, right)).isEmpty();
    assertThat(messages(schema, "{}")).isEmpty();
    assertThat(messages(schema, wrong)).containsExactly("Array is too " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'enum': ['a', 1]}                           | 1.0         | 'b'          | enum",
        "{'multipleOf': 0.5}                          | 1.5         | 1.6          | multipleOf",
        "{'minLength': 2}                             | 'ab'        | '\uD83D\uDE00' | minLength",
        "{'maxLength': 1}                             | '\uD83D\uDE00' | 'ab'      | maxLength",
        "{'pattern': '[0-9]'}                         | 'a1b'       | 'ab'         | pattern",
        "{'uniqueItems': true}                        | [1, 2]      | [1, 2, 1.0]  | uniqueItems",
        "{'minProperties': 1}                         | {'a': 1}    | {}           | minProperties",
        "{'maxProperties': 1}                         | {'a': 1}    | {'a': 1, 'b': 2} | maxProperties",
        "{'not': {'type': 'string'}}                  | 1           | 'a'          | not",
        "{'oneOf': [{'minimum': 1}, {'minimum': 5}]}  | 3           | 7            | oneOf",
        "{'format': 'int32'}                          | 2147483647  | 2147483648   | int32",
        "{'format': 'int64'}                          | 2147483648  | 9223372036854775808 | int64",
        "{'format': 'date'}                           | '2024-02-29' | '2023-02-29' | date",
        "{'format': 'date-time'}                      | '2024-02-29T10:00:00.5+01:00' | '2024-02-29' | date-time",
        "{'format': 'uuid'}                           | '123e4567-e89b-12d3-a456-426614174000' | '123' | uuid",
        "{'format': 'uri'}                            | 'https://a.example' | 'a b' | uri",
        "{'format': 'email'}                          | 'a@b'       | 'a'          | email",
        "{'format': 'byte'}                           | 'YQ=='      | '?'          | byte"
      })
  void aValueIsRefusedWithoutBeingQuoted(
      String schema, String right, String wrong, String keyword) {
    assertThat(messages(schema, right)).isEmpty();
    assertThat(messages(schema, wrong)).containsExactly(UNSATISFIED.formatted(keyword));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'format': 'unknown'}        | 'x'",
        "{'description': 'anything'}  | {'a': 1}",
        "{'additionalProperties': false} | {'a': 1}",
        "{'uniqueItems': false}       | [1, 1]",
        "{'format': 'int32'}          | 1.5",
        "{'minLength': 2, 'maxLength': 0, 'pattern': 'x', 'format': 'date'} | 7",
        "{'minItems': 1, 'items': {'type': 'string'}, 'uniqueItems': true}  | 7",
        "{'minProperties': 1, 'required': ['a']}                            | 7"
      })
  void whatAKeywordIsNotAboutIsAccepted(String schema, String value) {
    assertThat(messages(schema, value)).isEmpty();
  }

  private static List<String> messages(String schema, String value) {
    FieldErrors errors = new FieldErrors();
    new Schemas(Json.object(), Direction.REQUEST)
        .compile(read(schema))
        .check(read(value), Location.ROOT, errors);
    return errors.list().stream().map(each -> each.message()).toList();
  }

  private static JsonNode read(String text) {
    try {
      return Json.read(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
