package cloud.finfusion.sandbox.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A response has a status and a body that the specification names. */
class ResponseValidationTest {
  private final Spec spec =
      Spec.of(
          """
          openapi: 3.0.3
          paths:
            /things:
              post:
                responses:
                  '200':
                    description: The thing.
                    content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
                  '204': { description: Nothing. }
                  '400': { $ref: '#/components/responses/Refused' }
              get: { responses: { default: { description: Nothing. } } }
          components:
            responses:
              Refused:
                description: Wrong.
                content: { application/json: { schema: { type: object, required: [error] } } }
            schemas:
              Thing:
                type: object
                required: [id, secret]
                properties: { id: { type: string, readOnly: true }, secret: { writeOnly: true } }
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "POST | 200 | {\"id\": \"a\"} | ",
        "POST | 200 | {}              | 'id' is required",
        "POST | 200 | {\"id\": 7}     | 'id' Instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])",
        "POST | 200 | {               | '' The body is not valid JSON, or has a key twice.",
        "POST | 200 | ~~              | '' There is a body if and only if the specification has one.",
        "POST | 204 | ~~              | ",
        "POST | 204 | {}              | '' There is a body if and only if the specification has one.",
        "POST | 400 | {\"error\": 1}  | ",
        "POST | 400 | {}              | 'error' is required",
        "POST | 500 | {}              | '' The specification has no response of status 500.",
        "GET  | 418 | ~~              | "
      })
  void aResponseIsComparedWithTheOneOfItsStatus(
      String method, int status, String body, String error) {
    Operation operation =
        spec.operations().stream()
            .filter(each -> each.method().equals(method))
            .findFirst()
            .orElseThrow();

    assertThat(spec.responses().errors(operation, status, body))
        .extracting(each -> "'" + each.field() + "' " + each.message())
        .isEqualTo(error == null ? List.of() : List.of(error));
  }
}
