package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that {@code schemaMappings} gives a class which is there already. */
class MappedSchemasTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: { title: Taxes, version: 1.0.0 }
      paths:
        /taxes:
          post:
            tags: [Taxes]
            operationId: fileTax
            parameters:
              - { name: unit, in: query, schema: { $ref: '#/components/schemas/Unit' } }
              - { name: units, in: query, schema: { type: array, items: { $ref: '#/components/schemas/Unit' } } }
              - { name: X-Unit, in: header, schema: { $ref: '#/components/schemas/Unit' } }
            requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Unit' } } } }
            responses: { '200': { description: Filed., content: { application/json: { schema: { $ref: '#/components/schemas/Unit' } } } } }
      components:
        schemas:
          Unit: { type: object, properties: { code: { type: string } } }
          Tax:
            type: object
            required: [always, empty]
            properties:
              always: { $ref: '#/components/schemas/Unit' }
              empty: { nullable: true, allOf: [{ $ref: '#/components/schemas/Unit' }] }
              maybe: { $ref: '#/components/schemas/Unit' }
              either: { nullable: true, allOf: [{ $ref: '#/components/schemas/Unit' }] }
              list: { type: array, items: { $ref: '#/components/schemas/Unit' } }
              gaps: { type: array, items: { nullable: true, allOf: [{ $ref: '#/components/schemas/Unit' }] } }
              map: { type: object, additionalProperties: { $ref: '#/components/schemas/Unit' } }
              choice: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Unit' }, { type: array, items: { $ref: '#/components/schemas/Unit' } }] }
          Duty:
            oneOf: [{ $ref: '#/components/schemas/Import' }, { $ref: '#/components/schemas/Export' }]
            discriminator: { propertyName: kind }
          Import: { type: object, required: [kind], properties: { kind: { type: string }, unit: { $ref: '#/components/schemas/Unit' } } }
          Export: { type: object, required: [kind], properties: { kind: { type: string }, unit: { $ref: '#/components/schemas/Unit' } } }
      """;

  @TempDir static Path folder;

  private static Map<String, String> api;
  private static Map<String, String> facades;

  @BeforeAll
  static void generate() throws IOException {
    api = written("api");
    facades = written("resources");
  }

  private static Map<String, String> written(String part) throws IOException {
    Path spec = Files.writeString(folder.resolve("taxes.yaml"), SPEC);
    return Generation.runWith(
        settings ->
            settings
                .addAdditionalProperty("part", part)
                .addSchemaMapping("Unit", "java.util.Currency"),
        spec,
        folder.resolve(part));
  }

  @Test
  void whatMayBeNullOfItCompiles() throws IOException {
    assertThat(api).doesNotContainKey("src/main/java/cloud/finfusion/model/Unit.java");
    try (Stream<Path> tree = Files.walk(folder.resolve("api"))) {
      List<Path> java =
          tree.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .toList();
      assertThat(Compiled.compile(java, folder.resolve("classes"), "--class-path")).isEmpty();
    }
  }

  @Test
  void theClassIsTheTypeOfFieldsListsMapsAndAlternatives() {
    assertThat(api.get("src/main/java/cloud/finfusion/model/Tax.java"))
        .contains(
            "public java.util.Currency always()",
            "public java.util.@Nullable Currency empty()",
            "public java.util.@Nullable Currency maybe()",
            "public Builder either(java.util.@Nullable Currency either)",
            "public @Nullable List<java.util.Currency> list()",
            "public @Nullable Map<String, java.util.Currency> map()");
    assertThat(api.get("src/main/java/cloud/finfusion/model/TaxChoice.java"))
        .contains("java.util.@Nullable Currency asCurrency()", " ofCurrencyList(");
  }

  @Test
  void aFacadeTakesAndReturnsIt() {
    assertThat(facades.get("src/main/java/cloud/finfusion/resource/Taxes.java"))
        .contains("public java.util.Currency file(", "java.util.Currency currency = client");
    assertThat(api.get("src/main/java/cloud/finfusion/api/TaxesApi.java"))
        .contains("@Body java.util.@Nullable Currency ");
  }
}
