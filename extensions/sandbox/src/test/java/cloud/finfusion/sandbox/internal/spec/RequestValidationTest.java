package cloud.finfusion.sandbox.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.FormDecoder;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters and bodies are read and checked as the specification describes them. */
class RequestValidationTest {
  private final Spec spec =
      Spec.of(
          """
          openapi: 3.0.3
          paths:
            /things/{id}:
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer, maximum: 99 } }
                - { name: X-Level, in: header, schema: { type: integer } }
                - { name: X-Many, in: header, schema: { type: array, items: { type: integer } } }
                - { name: session, in: cookie, required: true, schema: { type: string } }
                - { name: Accept, in: header, required: true, schema: { type: string } }
              get:
                parameters:
                  - { name: must, in: query, required: true, schema: { type: string } }
                  - { name: many, in: query, schema: { type: array, maxItems: 2, items: { type: integer } } }
                  - { name: list, in: query, explode: false, schema: { type: array, items: { type: integer } } }
                  - { name: flag, in: query, schema: { $ref: '#/components/schemas/Flag' } }
                  - { name: text, in: query, schema: { type: string } }
                responses: { '200': { description: Good. } }
              put:
                parameters: [{ name: X-Level, in: header, required: true, schema: { type: string } }]
                requestBody: { $ref: '#/components/requestBodies/Thing' }
                responses: { '200': { description: Good. } }
            /notes:
              post:
                requestBody:
                  content:
                    text/*: { schema: { type: integer } }
                    application/vnd.note+json: { schema: { type: object, required: [a] } }
                responses: { '200': { description: Good. } }
              delete: { responses: { '200': { description: Good. } } }
            /forms:
              post:
                requestBody: { content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Form' } } } }
                responses: { '200': { description: Good. } }
          components:
            requestBodies:
              Thing: { required: true, content: { application/json: { schema: { type: object, required: [a] } } } }
            schemas:
              Flag: { type: boolean }
              Form:
                type: object
                required: [secret]
                properties:
                  secret: { type: string }
                  count: { type: integer }
                  tags: { type: array, items: { type: string } }
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/things/7   | must=x                           | ",
        "/things/7   |                                  | must",
        "/things/100 | must=x                           | id",
        "/things/a   | must=x                           | id",
        "/things/7   | must=                            | ",
        "/things/7   | must=x&must=y                    | must",
        "/things/7   | must=x&many=1&many=2             | ",
        "/things/7   | must=x&many=1&many=b             | many.1",
        "/things/7   | must=x&many=1&many=2&many=3      | many",
        "/things/7   | must=x&list=1,2,3                | ",
        "/things/7   | must=x&list=1,b                  | list.1",
        "/things/7   | must=x&flag=true                 | ",
        "/things/7   | must=x&flag=1                      | flag",
        "/things/7   | must=x&flag=                       | flag",
        "/things/7   | must=x&text=true&Other=1         | Other"
      })
  void parametersAreReadAsTheirSchemaSays(String path, String query, String field) {
    assertThat(fields(request("GET", path, query == null ? "" : query, Map.of(), "")))
        .isEqualTo(field == null ? List.of() : List.of(field));
  }

  @Test
  void anOperationMayDescribeAHeaderOfItsPathAnew() {
    Map<String, List<String>> level =
        Map.of("x-level", List.of("high"), "content-type", List.of("application/json"));

    assertThat(fields(request("PUT", "/things/7", "", level, "{\"a\": 1}"))).isEmpty();
    assertThat(fields(request("GET", "/things/7", "must=x", level, ""))).containsExactly("X-Level");
  }

  @Test
  void aHeaderHoldsAllItemsOfAnArray() {
    assertThat(fields(withMany("1,2"))).isEmpty();
    assertThat(fields(withMany("1,b"))).containsExactly("X-Many.1");
  }

  private static ApiRequest withMany(String items) {
    return request("GET", "/things/7", "must=x", Map.of("x-many", List.of(items)), "");
  }

  @Test
  void aParameterThatIsThereTwiceIsNotAnArray() {
    assertThat(errors(request("GET", "/things/7", "must=x&must=y", Map.of(), "")))
        .containsExactly("must Multiple values found for parameter 'must' but it is not an array.");
  }

  @Test
  void errorsOfParametersComeBeforeThoseOfTheBody() {
    assertThat(fields(request("PUT", "/things/100", "", Map.of(), "{}")))
        .containsExactly("id", "X-Level", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/notes | text/plain                          | 7                 | ",
        "/notes | TEXT/Markdown; charset=utf-8        | {}                | ",
        "/notes | application/vnd.note+json           | {}                | a is required",
        "/notes | application/vnd.note+json;v=1       | {\"a\": 1}        | ",
        "/notes | application/json                    | {}                | '' Request Content-Type header '[application/json]' does not match any allowed types. Must be one of: [text/*, application/vnd.note+json].",
        "/notes | plain                               | {}                | '' Request Content-Type header 'plain' is not a valid media type",
        "/forms | application/x-www-form-urlencoded   | secret=1&count=1  | ",
        "/forms | application/x-www-form-urlencoded   | secret=true&count=b | count Instance type (string) does not match any allowed primitive type (allowed: [\"integer\"])",
        "/forms | application/x-www-form-urlencoded   | secret=a&tags=b&tags=c&more=d | ",
        "/forms | application/x-www-form-urlencoded   | secret=a&secret=b | secret Instance type (array) does not match any allowed primitive type (allowed: [\"string\"])",
        "/forms | application/x-www-form-urlencoded   | count=1           | secret is required"
      })
  void aBodyIsReadAsItsMediaTypeSays(String path, String type, String body, String error) {
    assertThat(errors(request("POST", path, "", Map.of("content-type", List.of(type)), body)))
        .isEqualTo(error == null ? List.of() : List.of(error.replaceFirst("^'' ", " ")));
  }

  @Test
  void aBodyWithoutAMediaTypeIsTheFirstOfTheOperation() {
    Map<String, List<String>> header = Map.of("x-level", List.of("high"));

    assertThat(errors(request("PUT", "/things/7", "", header, "{}")))
        .containsExactly("a is required");
    assertThat(errors(request("PUT", "/things/7", "", header, "{\"a\": 1}"))).isEmpty();
  }

  @Test
  void aBodyIsThereIfAndOnlyIfTheOperationHasOne() {
    Map<String, List<String>> header = Map.of("x-level", List.of("high"));

    assertThat(errors(request("PUT", "/things/7", "", header, " ")))
        .containsExactly(" A request body is required but none found.");
    assertThat(errors(request("POST", "/notes", "", Map.of(), ""))).isEmpty();
    assertThat(errors(request("DELETE", "/notes", "", Map.of(), "{}")))
        .containsExactly(" No request body is expected but one was found.");
  }

  private List<String> fields(ApiRequest request) {
    return details(request).findValuesAsText("field");
  }

  private List<String> errors(ApiRequest request) {
    return details(request).findParents("message").stream()
        .map(each -> each.path("field").asText() + " " + each.path("message").asText())
        .toList();
  }

  private JsonNode details(ApiRequest request) {
    Operation operation = new Router(spec.operations()).find(request).orElseThrow();
    ApiError error =
        catchThrowableOfType(ApiError.class, () -> spec.validation().check(operation, request));
    return error == null ? Json.object() : error.response().json().at("/error/details");
  }

  private static ApiRequest request(
      String method, String path, String query, Map<String, List<String>> headers, String body) {
    return new ApiRequest(method, path, query, FormDecoder.decode(query), headers, body);
  }
}
