package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reference that leads nowhere, or a file that is none, is one sentence with file and line. */
class ReferenceCheckTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/P' }] } } } | api.yaml:2: /a.get.parameters.0 names parameter P, which is not there. Add it
          paths: { /a: { post: { requestBody: { $ref: '#/components/requestBodies/B' } } } } | names requestBody B, which
          paths: { /a: { get: { responses: { 200: { $ref: '#/components/responses/R' } } } } } | /a.get.responses.200 names response R
          components: { schemas: { A: { allOf: [{ $ref: '#/components/schemas/A/properties/b' }] } } } | A.allOf.0 names #/components/schemas/A/properties/b, which
          components: { schemas: { A: { properties: { b: { $ref: 'other.yaml#/B' } } } } } | A.b names file other.yaml, which
          components: { schemas: { A: { properties: { $ref: '#/components/schemas/A' } } } } | components.schemas.A.properties: expected names
          components: { schemas: { A: { $ref: '#/b' }, C: { $ref: '#/b' } } } | A names #/b, which is not there. Add it or correct the name (1 more like it)
          components: { schemas: { A: [ | api.yaml:3: expected YAML or JSON, got text that is neither
          """)
  void aWrongFileIsASentence(String second, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("api.yaml"), "openapi: 3.0.3\n" + second + "\n");
    assertThatThrownBy(() -> ReferenceCheck.check(file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void whatIsRightOrHarmlessPasses() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), "B: { type: string }\n");
    Path file =
        Files.writeString(
            folder.resolve("api.yaml"),
            """
            x-anything: { $ref: '#/nowhere' }
            paths:
              /a/{b}:
                get: &get
                  responses: { '200': { $ref: '#/components/responses/a~1b' } }
                head: { <<: *get, operationId: h }
            components:
              responses: { a/b: { description: a, content: { a/b: { schema: { $ref: 'other.yaml#/B' } } } } }
              schemas:
                content: { properties: { content: { $ref: '#/components/schemas/content' }, $ref: { type: string } } }
                Into: { $ref: '#/paths/~1a~1%7Bb%7D/head/responses/200/content/a~1b' }
                Example: { example: { $ref: '#/nowhere' } }
                Anchor: { $ref: '#anchor' }
            """);
    assertThatCode(() -> ReferenceCheck.check(file.toString())).doesNotThrowAnyException();
    Path json = Files.writeString(folder.resolve("api.json"), "{\n\t\"openapi\": \"3.0.3\"\n}");
    assertThatCode(() -> ReferenceCheck.check(json.toString())).doesNotThrowAnyException();
  }
}
