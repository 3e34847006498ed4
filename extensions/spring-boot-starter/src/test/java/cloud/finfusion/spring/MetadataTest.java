package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Editors show what each property is for. */
class MetadataTest {
  private static final Pattern PROPERTY =
      Pattern.compile("\\{[^{}]*\"name\": \"([^\"]+)\"[^{}]*\"type\": \"[^{}]*}");
  private static final String FILE = "/META-INF/spring-configuration-metadata.json";

  @Test
  void eachPropertyHasADescription() throws Exception {
    try (InputStream in = FinFusionCustomizer.class.getResourceAsStream(FILE)) {
      String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      String properties = json.substring(json.indexOf("\"properties\""));
      List<MatchResult> found = PROPERTY.matcher(properties).results().toList();

      assertThat(found)
          .allSatisfy(
              each ->
                  assertThat(each.group()).containsPattern("\"description\": \"[A-Z].{10,}\\.\""))
          .extracting(each -> each.group(1))
          .contains("finfusion.api-key", "finfusion.clients", "finfusion.retry.max-delay")
          .contains("finfusion.webhook.secret", "finfusion.metrics.detailed")
          .contains("management.health.finfusion.enabled")
          .hasSizeGreaterThanOrEqualTo(40);
    }
  }
}
