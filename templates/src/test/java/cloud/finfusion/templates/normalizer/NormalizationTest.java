package cloud.finfusion.templates.normalizer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.OpenAPI;
import org.junit.jupiter.api.Test;

/** What stops the normalizer stops the generation; upstream would go on. */
class NormalizationTest {
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
  void aNormalizerThatHasNotRunStopsTheGeneration() {
    assertThatThrownBy(() -> Normalization.check(new OpenAPI(), "a.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.yaml: expected rules that OpenAPI Generator's normalizer takes");
  }
}
