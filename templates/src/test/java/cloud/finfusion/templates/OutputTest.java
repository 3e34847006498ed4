package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generator writes from the specification. */
class OutputTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"api", "resources", "reference", "wiretests"})
  void twoRunsWriteTheSameBytes(String part) {
    Map<String, String> first = Generation.run(Generation.SPEC, part, folder.resolve("a"));
    assertThat(Generation.run(Generation.SPEC, part, folder.resolve("b é")))
        .hasSizeGreaterThan(10)
        .isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "resources", "wiretests"})
  void nothingOfStockIsLeft(String part) {
    Map<String, String> sources = Generation.run(Generation.SPEC, part, folder);
    sources.keySet().removeIf(each -> each.startsWith(".openapi-generator"));
    assertThat(sources.keySet())
        .noneMatch(
            each ->
                each.matches(
                    ".*(ApiClient|JSON|StringUtil|Oltu|auth/|pom.xml|gradle|README|docs/|test/).*"));
    assertThat(sources)
        .allSatisfy(
            (name, text) ->
                assertThat(text)
                    .as(name)
                    .doesNotContain(
                        "javax.",
                        "jakarta.",
                        "io.swagger",
                        "gsonfire",
                        "oltu",
                        "ApiClient",
                        "okio.",
                        "{{"));
  }

  @Test
  void apiIsModelsInterfacesAndRuntimeAndNothingElse() {
    assertThat(Generation.run(Generation.SPEC, "api", folder).keySet())
        .contains(
            "src/main/java/cloud/finfusion/api/PaymentsApi.java",
            "src/main/java/cloud/finfusion/model/Payment.java",
            "src/main/java/cloud/finfusion/runtime/Json.java",
            "src/main/resources/META-INF/native-image/cloud.finfusion.model/reflect-config.json",
            "src/main/java/module-info.java")
        .allMatch(
            each ->
                each.matches(
                    "src/main/java/(cloud/finfusion/(api|model|runtime)/\\w+|cloud/finfusion/(api|model|runtime)/package-info|module-info)\\.java"
                        + "|src/main/resources/META-INF/native-image/cloud\\.finfusion\\.model/(reflect|proxy)-config\\.json"
                        + "|\\.openapi-generator.*"));
  }

  @Test
  void resourcesAreFacadesAndTheTypesOfEventsAndNothingElse() {
    assertThat(Generation.run(Generation.SPEC, "resources", folder).keySet())
        .contains(
            "src/main/java/cloud/finfusion/resource/Payments.java",
            "src/main/java/cloud/finfusion/resource/AsyncPayments.java",
            "src/main/java/cloud/finfusion/resource/FinFusionResources.java")
        .allMatch(
            each ->
                each.matches(
                    "src/main/java/cloud/finfusion/(resource/[\\w-]+|webhook/EventType)\\.java"
                        + "|\\.openapi-generator.*"));
  }

  @Test
  void schemaAddedToTheSpecificationAppears() throws IOException {
    String added =
        """
          schemas:
            Parcel:
              type: object
              required: [weight]
              properties:
                weight: { type: integer, format: int64, minimum: 1 }
        """;
    Path spec = Generation.edited(folder, "  schemas:\n", added);
    Map<String, String> sources = Generation.run(spec, "api", folder.resolve("out"));
    assertThat(sources.get("src/main/java/cloud/finfusion/model/Parcel.java"))
        .contains("public final class Parcel", "long weight()", ".range(\"1\", null)");
  }

  @Test
  void onlyJavasOwnWordsGetAnUnderscore() {
    assertThat(Generation.run(Generation.SPEC, "api", folder))
        .hasEntrySatisfying(
            "src/main/java/cloud/finfusion/model/PaymentEventData.java",
            text -> assertThat(text).contains("Payment object()").doesNotContain("_object"));
  }

  @Test
  void templateOfTheUsersOwnTakesTheOneOfOursAway() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("deprecated.mustache"), "// mine");
    Map<String, String> sources =
        Generation.run(Generation.SPEC, "resources", folder.resolve("out"), own);
    assertThat(sources.get("src/main/java/cloud/finfusion/resource/Payments.java"))
        .contains("// mine", "public final class Payments");
  }

  @Test
  void templateOfTheUsersOwnTakesAClassOfTheRuntimeAway() throws IOException {
    Path own = folder.resolve("own");
    Files.createDirectories(own.resolve("runtime"));
    Files.writeString(
        own.resolve("runtime/TextWriter.mustache"), "package {{{runtimePackage}}};\n// mine\n");
    Map<String, String> sources =
        Generation.run(Generation.SPEC, "api", folder.resolve("out"), own);
    assertThat(sources)
        .containsEntry(
            "src/main/java/cloud/finfusion/runtime/TextWriter.java",
            "package cloud.finfusion.runtime;\n// mine\n")
        .hasEntrySatisfying(
            "src/main/java/cloud/finfusion/runtime/TreeAdapter.java",
            text -> assertThat(text).startsWith("package cloud.finfusion.runtime;"));
  }

  @Test
  void unknownPartIsASentence() {
    assertThatThrownBy(() -> Generation.run(Generation.SPEC, "facades", folder))
        .hasStackTraceContaining(
            "option part: expected api, resources, reference or wiretests, got facades");
  }

  @Test
  void anEventThatTheSpecificationGetsHasAConstant() throws IOException {
    Path spec =
        Generation.edited(
            folder,
            "x-webhooks:\n",
            "x-webhooks:\n  payout.sent-out:\n    post: { responses: {} }\n");

    String types =
        Generation.run(spec, "resources", folder.resolve("out")).entrySet().stream()
            .filter(each -> each.getKey().endsWith("cloud/finfusion/webhook/EventType.java"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();

    assertThat(types)
        .contains("public static final String PAYOUT_SENT_OUT = \"payout.sent-out\";")
        .contains("public static final String PAYMENT_SUCCEEDED = \"payment.succeeded\";")
        .contains("          PAYOUT_SENT_OUT,\n          PAYMENT_SUCCEEDED,")
        .contains("          CARD_TRANSACTION);");
  }
}
