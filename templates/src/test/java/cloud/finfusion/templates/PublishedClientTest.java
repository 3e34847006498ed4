package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of operations that run on the published client. */
class PublishedClientTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: { title: Taxes, version: 1.0.0 }
      paths:
        /taxes:
          post:
            tags: [Taxes]
            operationId: fileTax
            requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Tax' } } } }
            responses: { '204': { description: Filed. } }
      components:
        schemas:
          Tax:
            type: object
            properties:
              order: { oneOf: [{ type: string }, { type: integer }] }
              filing_code: { type: string%s }
      """;

  @TempDir Path folder;

  private Map<String, String> written(String part, String marked) throws IOException {
    Path spec = Files.writeString(folder.resolve("taxes.yaml"), SPEC.formatted(marked));
    return Generation.runWith(
        settings ->
            settings
                .addAdditionalProperty("publishedClient", true)
                .addAdditionalProperty("runtimePackage", "com.example.ignored")
                .addAdditionalProperty("part", part),
        spec,
        folder.resolve(part));
  }

  @Test
  void ofTheRuntimeOnlyThatIsWrittenWhichIsNeededAndNotPublished() throws IOException {
    assertThat(written("api", "").keySet())
        .filteredOn(each -> each.endsWith(".java"))
        .containsExactlyInAnyOrder(
            "src/main/java/cloud/finfusion/api/TaxesApi.java",
            "src/main/java/cloud/finfusion/api/package-info.java",
            "src/main/java/cloud/finfusion/model/Tax.java",
            "src/main/java/cloud/finfusion/model/TaxOrder.java",
            "src/main/java/cloud/finfusion/model/package-info.java",
            "src/main/java/cloud/finfusion/runtime/UntaggedUnion.java",
            "src/main/java/cloud/finfusion/runtime/UntaggedUnionAdapter.java");
  }

  @Test
  void theFacadesAreMadeWithoutAClient() throws IOException {
    assertThat(written("resources", "").keySet())
        .filteredOn(each -> each.endsWith(".java"))
        .containsExactlyInAnyOrder(
            "src/main/java/cloud/finfusion/resource/AsyncTaxes.java",
            "src/main/java/cloud/finfusion/resource/Taxes.java",
            "src/main/java/cloud/finfusion/resource/package-info.java");
  }

  @Test
  void theOperationNamesTheSecretsWhichThePublishedRuntimeDoesNotKnow() throws IOException {
    String api = "src/main/java/cloud/finfusion/api/TaxesApi.java";
    assertThat(written("api", ", x-finfusion-sensitive: true").get(api))
        .contains("sensitiveFields = { \"filingcode\" }");
    assertThat(written("api", "").get(api)).doesNotContain("sensitiveFields");
  }
}
