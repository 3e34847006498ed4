package cloud.finfusion.verification.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConsumerIT {
  private final StagedProject app = new StagedProject(Path.of(System.getProperty("consumer.app")));

  @Test
  void aModularProjectOnTheStagedArtifactsMakesACall() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      Map<String, String> environment =
          Map.of(
              "FINFUSION_API_KEY", sandbox.apiKey(),
              "FINFUSION_BASE_URL", sandbox.baseUri().toString());
      Properties versions = new Properties();
      versions.putAll(StagedProject.versions());

      int exit = app.run(List.of("compile", "exec:exec"), versions, environment);

      assertThat(exit).as(app::output).isZero();
      assertThat(app.output())
          .contains("succeeded as module cloud.finfusion", "1 calls served to Prometheus")
          .contains("traced by module cloud.finfusion.opentelemetry");
      assertThat(sandbox.ledger().size()).isEqualTo(1);
    }
  }
}
