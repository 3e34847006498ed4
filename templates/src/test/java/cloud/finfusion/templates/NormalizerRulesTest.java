package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules and the versions that a generation gives the normalizer. */
class NormalizerRulesTest {
  @TempDir Path folder;

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
