package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.sandbox.Sandbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's code is the code of this class, so it compiles. */
class ReadmeCodeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Path SOURCE =
      Path.of("src/test/java/cloud/finfusion/micrometer/ReadmeCodeTest.java");

  private static FinFusion micrometer(MeterRegistry registry, String key) {
    FinFusion client =
        FinFusion.builder()
            .apiKey(key)
            .metrics(
                Metrics.builder()
                    .client("shop")
                    .detailed(true)
                    .reporter(MicrometerReporter.of(registry))
                    .build())
            .build();
    return client;
  }

  private static Metrics prometheus() {
    Metrics metrics = Metrics.builder().reporter(PrometheusReporter.at("/metrics")).build();
    return metrics;
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s+", "");
  }

  @Test
  void everyBlockOfCodeIsInThisClass() throws IOException {
    String source = withoutSpace(Files.readString(SOURCE));

    assertThat(BLOCK.matcher(Files.readString(Path.of("README.md"))).results())
        .hasSize(2)
        .allSatisfy(block -> assertThat(source).contains(withoutSpace(block.group(1))));
  }

  @Test
  void theCodeReports() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client = micrometer(registry, sandbox.apiKey())) {
      assertThat(client).isNotNull();
      assertThat(registry.find(FinFusionMeter.IN_FLIGHT.id()).gauge()).isNotNull();
    }
    assertThat(prometheus().enabled()).isTrue();
  }
}
