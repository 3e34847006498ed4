package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import java.util.Optional;

/**
 * What became of the normalizer: OpenAPI Generator logs what it throws and goes on with half of its
 * work done, so that the specification keeps it until it can stop the generation.
 */
public final class Normalization {
  /** Set on the specification: true, or what the normalizer threw. */
  private static final String RESULT = "x-normalization";

  private Normalization() {}

  static void run(OpenAPI openAPI, Runnable steps) {
    try {
      steps.run();
      openAPI.addExtension(RESULT, true);
    } catch (RuntimeException | StackOverflowError failure) {
      openAPI.setPaths(new Paths()); // nothing is to be made of what is half done
      openAPI.setWebhooks(null);
      openAPI.setComponents(new Components());
      openAPI.addExtension(RESULT, failure);
    }
  }

  /**
   * Throws what the normalizer threw, where upstream lets that stop the generation.
   *
   * @throws IllegalArgumentException if it did not end, or has not run at all
   */
  public static void check(OpenAPI openAPI, String file) {
    Object result =
        Optional.ofNullable(openAPI.getExtensions()).map(all -> all.remove(RESULT)).orElse("");
    if (result instanceof IllegalArgumentException sentence
        && sentence.getClass() == IllegalArgumentException.class) {
      throw sentence;
    }
    if (result instanceof Throwable failure) {
      throw new IllegalArgumentException(
          "%s: expected a specification that can be brought to one form, got %s. Validate it, and report it if it is valid"
              .formatted(file, failure),
          failure);
    }
    if (!Boolean.TRUE.equals(result)) {
      throw new IllegalArgumentException(
          "%s: expected rules that OpenAPI Generator's normalizer takes, got what it refuses, as logged above. Correct openapi or openapiNormalizer"
              .formatted(file));
    }
  }
}
