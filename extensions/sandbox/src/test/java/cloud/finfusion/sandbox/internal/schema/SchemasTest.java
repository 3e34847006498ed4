package cloud.finfusion.sandbox.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas find errors at any depth, refer to each other, and are unions. */
class SchemasTest {
  private static final JsonNode DOCUMENT =
      read(
          """
          {'components': {'schemas': {
            'Tree': {'type': 'object', 'required': ['name'], 'properties': {
              'name': {'type': 'string'},
              'children': {'type': 'array', 'items': {'$ref': '#/components/schemas/Tree'}}}},
            'Dog': {'type': 'object', 'required': ['kind', 'bark'],
              'properties': {'kind': {'type': 'string'}, 'bark': {'type': 'integer'}}},
            'Cat': {'type': 'object', 'required': ['kind', 'purr']},
            'Pet': {'oneOf': [{'$ref': '#/components/schemas/Dog'}, {'$ref': '#/components/schemas/Cat'}],
              'discriminator': {'propertyName': 'kind', 'mapping': {'hound': 'Dog', 'cat': '#/components/schemas/Cat'}}},
            'Named': {'required': ['name']},
            'Aged': {'required': ['age']},
            'Secret': {'writeOnly': true},
            'User': {'type': 'object', 'required': ['id', 'password', 'mail'], 'properties': {
              'id': {'type': 'string', 'readOnly': true},
              'password': {'$ref': '#/components/schemas/Secret'},
              'mail': {'type': 'string'}}},
            'Broken': {'pattern': '('}}}}""");

  private final Schemas schemas = new Schemas(DOCUMENT, Direction.REQUEST);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Tree | {'children': [{'name': 'a'}, {'children': [{'name': 1}]}]} | name, children.1.name, children.1.children.0.name",
        "Tree | {'name': 'a', 'children': [{'name': 'b', 'children': []}]} | ",
        "Pet  | {'kind': 'hound', 'bark': 'x'}  | bark",
        "Pet  | {'kind': 'Dog'}                 | bark",
        "Pet  | {'kind': 'cat'}                 | purr",
        "Pet  | {'kind': 'cat', 'purr': 1}      | ",
        "User | {}                              | password, mail"
      })
  void eachErrorHasItsPlace(String schema, String value, String fields) {
    assertThat(fields(schemas, named(schema), value)).isEqualTo(split(fields));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'allOf': [#Named, #Aged]}             | {}            | name, age",
        "{'allOf': [#Named], 'required': ['b']} | {}            | name, b",
        "{'anyOf': [#Named, #Aged]}             | {}            | name, age",
        "{'anyOf': [#Named, #Aged]}             | {'name': 'a', 'age': 1} | ",
        "{'oneOf': [#Named, #Aged]}             | {}            | name, age",
        "{'oneOf': [#Named, #Aged]}             | {'name': 'a'} | ",
        "{'additionalProperties': {'type': 'string'}, 'properties': {'n': {}}} | {'a': 1, 'n': 2} | a",
        "{'$ref': '#/components/schemas/Named', 'required': ['b']}            | {}              | name"
      })
  void schemasCombine(String schema, String value, String fields) {
    String whole = schema.replaceAll("#(Named|Aged)", "{'\\$ref': '#/components/schemas/$1'}");

    assertThat(fields(schemas, read(whole), value)).isEqualTo(split(fields));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{'kind': 'fish'}", "{'kind': 7}", "{}", "{'bark': 1, 'purr': 1}"})
  void aUnionWhoseMemberIsNotNamedHasOneError(String value) {
    FieldErrors errors = new FieldErrors();
    schemas.compile(named("Pet")).check(read(value), Location.ROOT, errors);

    assertThat(errors.list())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEmpty();
              assertThat(error.message()).contains("'discriminator'");
            });
  }

  @Test
  void anErrorOfAllMembersIsSaidOnce() {
    assertThat(fields(schemas, named("Pet"), "7")).containsExactly("");
  }

  @Test
  void aResponseLeavesOutWhatOnlyRequestsHold() {
    Schemas ofResponses = new Schemas(DOCUMENT, Direction.RESPONSE);

    assertThat(fields(ofResponses, named("User"), "{}")).containsExactly("id", "mail");
  }

  @Test
  void aSchemaIsCompiledWhenAValueMeetsIt() {
    JsonNode schema = read("{'properties': {'a': {'$ref': '#/components/schemas/Broken'}}}");

    assertThat(fields(schemas, schema, "{}")).isEmpty();
    assertThatThrownBy(() -> fields(schemas, schema, "{'a': 'x'}")).hasMessageContaining("(");
  }

  @Test
  void aReferenceToNothingIsNamed() {
    assertThatThrownBy(() -> fields(schemas, named("Nothing"), "{}"))
        .hasMessage("The specification has no #/components/schemas/Nothing");
  }

  private static List<String> split(String fields) {
    return fields == null ? List.of() : List.of(fields.split(", ", -1));
  }

  private static List<String> fields(Schemas schemas, JsonNode schema, String value) {
    FieldErrors errors = new FieldErrors();
    schemas.compile(schema).check(read(value), Location.ROOT, errors);
    return errors.list().stream().map(each -> each.field()).toList();
  }

  private static JsonNode named(String schema) {
    return Json.object().put("$ref", "#/components/schemas/" + schema);
  }

  private static JsonNode read(String text) {
    try {
      return Json.read(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
