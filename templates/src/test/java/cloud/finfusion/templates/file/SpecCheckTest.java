package cloud.finfusion.templates.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file before a parser reads it is one sentence with file and line. */
class SpecCheckTest {
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
          components: { schemas: { A: { type: money } } } | api.yaml:2: A: expected a type of array, boolean, integer, null, number, object or string, got money. Write one of those
          components: { schemas: { A: { properties: { b: { type: [string, int] } } } } } | A.b: expected a type of array
          components: { schemas: { A: { title: a, title: b } } } | api.yaml:2: A: expected each name once, got title again, which api.yaml:2 has
          components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { allOf: [{ $ref: '#/components/schemas/A' }] } } } | A: expected a schema, got one that consists of itself: A, B, A
          components: { schemas: { A: { allOf: [{ $ref: '#/components/schemas/A' }] } } } | consists of itself: A, A
          components: { responses: { x-a: { $ref: '#/nowhere' } } } | names #/nowhere, which is not there
          components: { schemas: { A: { discriminator: { propertyName: a, mapping: { b: c.json } } } } } | names file c.json, which is not there
          components: { schemas: { A: { properties: { b: { $ref: '#/components/schemas/100%' } } } } } | A.b names schema 100%, which is not there
          components: { schemas: { A: { $ref: '#/components/schemas/A/properties/b' } } } | A names #/components/schemas/A/properties/b, which is not there
          components: { schemas: { A: { properties: { b: { $ref: '#/components/schemas/A/properties/b' } } } } } | api.yaml:2: A.b names #/components/schemas/A/properties/b, which leads back to itself. Write out what it is
          components: { parameters: { P: { $ref: '#/components/parameters/Q' }, Q: { $ref: '#/components/parameters/P' } } } | names parameter Q, which leads back to itself
          components: { schemas: { A: { $ref: { a: b } } } } | api.yaml:2: A: expected a reference, got no text. Write where it leads
          components: { schemas: { A: { anyOf: [7, { type: string }] } } } | api.yaml:2: A.anyOf: expected a list of schemas, got something else. Write a schema there, as {}, or remove it
          paths: { /a: { get: { parameters: [{ in: query, schema: {} }] } } } | api.yaml:2: /a.get.parameters.0: expected a name of the parameter, got none. Add name or remove it
          components: { parameters: { P: { in: query } } } | api.yaml:2: parameters.P: expected a name of the parameter, got none
          paths: { /a: { parameters: [{ name: a, in: body }] } } | /a.parameters.0: expected in of cookie, header, path or query, got body. Write a requestBody instead
          paths: { /a: { parameters: [{ name: a, in: formData }] } } | got formData. Write a requestBody instead
          paths: { /a: { parameters: [{ name: a }] } } | expected in of cookie, header, path or query, got none. Write one of those
          paths: { /a: { $ref: '#/paths/~1b', get: {} }, /b: {} } | api.yaml:2: /a: expected a reference alone, got get beside it. Write the path out
          openapi: 3.0.4 | api.yaml:2: expected each name once, got openapi again, which api.yaml:1 has
          components: { schemas: { A: [ | api.yaml:3: expected YAML or JSON, got text that is neither
          """)
  void aWrongFileIsASentence(String second, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("api.yaml"), "openapi: 3.0.3\n" + second + "\n");
    assertRefused(file).hasMessageContaining(problem);
  }

  @Test
  void aFileThatIsNoSpecificationIsASentenceToo() throws IOException {
    Path file = folder.resolve("api.json");
    Files.writeString(file, "{\n  // comment\n}");
    assertRefused(file)
        .hasMessageStartingWith(
            "api.json:2: expected JSON, as it starts with {, got text that is none: Unexpected character");
    Files.writeString(file, "<html>\n</html>");
    assertRefused(file)
        .hasMessageStartingWith("api.json:1: expected a specification, got a list or a text");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertRefused(file)
        .hasMessageStartingWith("api.json: expected a text in UTF-8, got what cannot be read");
    assertThat(DeclaredVersion.of(file.toString()).version()).isEmpty();
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(Path file) {
    return assertThatThrownBy(() -> SpecCheck.check(file.toString()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertPasses(Path file) {
    assertThatCode(() -> SpecCheck.check(file.toString())).doesNotThrowAnyException();
  }

  @Test
  void aFileThatAnotherFileRefersToIsReadToo() throws IOException {
    Path file = folder.resolve("api.yaml");
    Files.writeString(file, "paths: { /a: { $ref: 'one.yaml' } }\n");
    Files.writeString(folder.resolve("one.yaml"), "get: { $ref: 'two.yaml#/get' }\n");
    Files.writeString(folder.resolve("two.yaml"), "get: [\n");
    assertRefused(file)
        .hasMessageStartingWith("two.yaml:2: expected YAML or JSON, got text that is neither");
  }

  @Test
  void aliasesThatStandForBillionsAreASentence() throws IOException {
    StringBuilder spec = new StringBuilder("x-0: &a0 { type: string }\n");
    for (int i = 1; i <= 10; i++) {
      String ten = ("*a" + (i - 1) + ", ").repeat(10);
      spec.append("x-%d: &a%d [%s]\n".formatted(i, i, ten));
    }
    Path file = Files.writeString(folder.resolve("api.yaml"), spec);
    assertPasses(file);
    assertThatThrownBy(() -> WrittenOut.of(SpecTree.of(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "api.yaml:\\d+: expected aliases that stand for at most 1000000 lists and maps, got more. Use \\$ref instead");
  }

  @Test
  void aliasesOfWhatTheyStandInHaveAnEnd() throws IOException {
    Path file = folder.resolve("api.yaml");
    Files.writeString(file, "a: &a { b: *a, <<: *a, c: [*a] }\n");
    assertPasses(file);
    SpecTree tree = WrittenOut.of(SpecTree.of(file));
    assertThat(tree.find("/a/b").map(SpecTree::text)).contains("");
    assertThat(tree.find("/a/d")).isEmpty();
  }

  @Test
  void whatIsRightOrHarmlessPasses() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), "B: { type: string }\n");
    Path file =
        Files.writeString(
            folder.resolve("api.yaml"),
            """
            x-anything: { $ref: '#/nowhere' }
            servers: [{ url: '{type}', variables: { type: { default: a, enum: [a] } } }]
            paths:
              x-own: { $ref: '#/nowhere', type: any }
              /c: { $ref: '#/paths/~1a~1%7Bb%7D', summary: c, x-c: c }
              /a/{b}:
                get: &get
                  responses: { '200': { $ref: '#/components/responses/a~1b' }, x-own: { $ref: '#/nowhere', type: any } }
                  callbacks: { x-own: { $ref: '#/nowhere', type: any } }
                head: { <<: *get, operationId: h }
                parameters: [{ $ref: '#/components/parameters/0' }, { name: b, in: path }]
            components:
              parameters: { '0': { name: a, in: query } }
              responses: { a/b: { description: a, content: { a/b: { schema: { $ref: 'other.yaml#/B' } } } } }
              schemas:
                content: { properties: { content: { $ref: '#/components/schemas/content' }, $ref: { type: string } } }
                Into: { $ref: '#/paths/~1a~1%7Bb%7D/head/responses/200/content/a~1b' }
                Example: { example: { $ref: '#/nowhere' } }
                Anchor: { $ref: '#anchor' }
                parameters: { properties: { parameters: { items: { type: string } } }, allOf: [{ type: object }] }
                List: { type: [array, 'null'], items: { $ref: '#/components/schemas/List' } }
                Type: { properties: { type: { type: string }, b: { example: { type: any, type: any } } } }
                Null: { type: ~ }
                AnyOf: { anyOf: [true, { type: string }] }
                Needs: { dependentRequired: { type: [name] }, dependentSchemas: { type: { required: [name] } }, definitions: { type: { type: string } } }
                Tagged: { oneOf: [{ $ref: '#/components/schemas/tagged.json' }], discriminator: { propertyName: kind, mapping: { type: tagged.json } } }
                tagged.json: { type: object, required: [kind], properties: { kind: { type: string } } }
                Kind: { allOf: [{ $ref: '#/components/schemas/Parent' }] }
                Parent: { oneOf: [{ $ref: '#/components/schemas/Kind' }] }
            """);
    assertPasses(file);
    Path json = Files.writeString(folder.resolve("api.json"), "{\n\t\"openapi\": \"3.0.3\"\n}");
    assertPasses(json);
  }
}
