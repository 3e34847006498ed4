package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a facade has for operations whose response is waited for. */
class WaitMethodsTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: { title: Boxes, version: '1' }
      paths:
        /shelves/{shelf}/boxes/{box}:
          get:
            operationId: readBox
            tags: [Boxes]
            x-finfusion-wait: { field: stands, final: ['full', 'a"b'], failed: ['a"b'] }
            parameters:
              - { name: shelf, in: path, required: true, schema: { type: string } }
              - { name: box, in: path, required: true, schema: { type: string } }
              - { name: expand, in: query, schema: { type: string } }
            responses: { '200': { $ref: '#/components/responses/Box' } }
        /wait:
          get:
            operationId: waitUntil
            tags: [Boxes]
            responses: { '200': { $ref: '#/components/responses/Box' } }
        /lid:
          get:
            operationId: readLid
            tags: [Boxes]
            x-finfusion-wait: { field: stands, final: [full], failed: [] }
            responses: { '200': { $ref: '#/components/responses/Box' } }
      components:
        responses:
          Box:
            description: A box.
            content: { application/json: { schema: { $ref: '#/components/schemas/Box' } } }
        schemas:
          Box:
            allOf:
              - type: object
                properties:
                  stands:
                    allOf: [{ $ref: '#/components/schemas/Level' }]
                    description: How full it is.
          Level: { type: string, enum: ['low', 'full', 'a"b'] }
          WaitOptions: { type: object, properties: { id: { type: string } } }
      """;

  @TempDir static Path folder;
  private static String blocking = "";
  private static String async = "";

  @BeforeAll
  static void generate() throws Exception {
    Path spec = Files.writeString(folder.resolve("boxes.yaml"), SPEC);
    Map<String, String> sources = Generation.run(spec, "resources", folder.resolve("out"));
    sources.forEach(
        (file, text) -> {
          String line = text.replaceAll("\\s+", " ");
          blocking = file.endsWith("/Boxes.java") ? line : blocking;
          async = file.endsWith("/AsyncBoxes.java") ? line : async;
        });
  }

  @Test
  void allArgumentsStandBeforeTheStatuses() {
    assertThat(blocking)
        .contains(
            "public Box waitUntil2(String shelf, String box, ReadBoxParams params, Level... statuses)",
            "public Box waitUntil2( String shelf, String box, ReadBoxParams params, WaitOptions options,"
                + " Level... statuses)",
            "return waitUntil2(shelf, box, params, WaitOptions.defaults(), statuses);");
    assertThat(async)
        .contains(
            "public CompletableFuture<Box> waitUntil2(String shelf, String box, ReadBoxParams params,"
                + " Level... statuses)");
  }

  @Test
  void theFieldIsReadByItsAccessorAndItsValuesAreEscaped() {
    assertThat(blocking)
        .contains(
            "new WaitOperation<Box>( \"boxes.read\", \"stands\", Box::stands, List.of(\"full\","
                + " \"a\\\"b\"), List.of(\"a\\\"b\"),",
            "Box::stands, List.of(\"full\"), List.of(),")
        .contains("api.readBox(shelf, box, params.expand())");
  }

  @Test
  void namesThatAnOperationHasAlreadyAreNotGivenAgain() {
    assertThat(blocking)
        .contains("public Box waitUntil( CallOptions options)", "public Box waitUntil3(");
  }

  @Test
  void bothFormsWaitInTheirWay() {
    assertThat(blocking).contains("transport.runs().waitUntil(").doesNotContain("waitUntilAsync(");
    assertThat(async)
        .contains("transport.runs().waitUntilAsync(")
        .doesNotContain("runs().waitUntil(");
  }
}
