package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the normalizer stops the generation; upstream would go on. */
class NormalizationTest {
  @TempDir Path folder;

  @Test
  void aSentenceOfTheNormalizerIsThatOfTheGeneration() {
    OpenAPI openAPI = new OpenAPI();
    Normalization.run(
        openAPI,
        () -> {
          throw new IllegalArgumentException("a.yaml:1: expected a, got b");
        });
    assertThatThrownBy(() -> Normalization.check(openAPI, "a.yaml"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.yaml:1: expected a, got b");
  }

  @Test
  void whatConsistsOfItselfWithoutEndIsASentenceToo() {
    OpenAPI openAPI = new OpenAPI();
    Normalization.run(
        openAPI,
        () -> {
          throw new StackOverflowError();
        });
    assertThatThrownBy(() -> Normalization.check(openAPI, "a.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.yaml: expected a specification that can be brought to one form");
  }

  @Test
  void rulesThatUpstreamRefusesStopTheGeneration() throws IOException {
    Path spec = specification("3.0.3");
    assertThatThrownBy(
            () ->
                Generation.runWith(
                    settings -> settings.addOpenapiNormalizer("FILTER", "nonsense"),
                    spec,
                    folder.resolve("out")))
        .hasMessageContaining("nonsense");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aNormalizerThatHasNotRunStopsTheGeneration() {
    assertThatThrownBy(() -> Normalization.check(new OpenAPI(), "a.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.yaml: expected rules that OpenAPI Generator's normalizer takes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "3.1", "3.0.3", "3.1.0"})
  void aVersionMayBeShort(String version) throws IOException {
    assertThat(Generation.run(specification(version), "api", folder.resolve("out")))
        .containsKey("src/main/java/cloud/finfusion/model/A.java");
  }

  private Path specification(String version) throws IOException {
    return Files.writeString(
        folder.resolve("api.yaml"),
        """
        openapi: '%s'
        info: { title: A, version: '1' }
        paths: {}
        components: { schemas: { A: { type: object, properties: { b: { type: string } } } } }
        """
            .formatted(version));
  }
}
