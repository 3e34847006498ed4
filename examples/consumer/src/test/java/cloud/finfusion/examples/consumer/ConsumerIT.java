package cloud.finfusion.examples.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.junit.jupiter.api.Test;

class ConsumerIT {
  private static final String APP = "app.";

  private final List<String> output = new ArrayList<>();
  private final Path target = Path.of(System.getProperty("consumer.target"));

  @Test
  void aModularProjectOnTheStagedArtifactsMakesACall() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      InvocationRequest request = request();
      request.addShellEnvironment("FINFUSION_API_KEY", sandbox.apiKey());
      request.addShellEnvironment("FINFUSION_BASE_URL", sandbox.baseUri().toString());

      InvocationResult result = new DefaultInvoker().execute(request);

      assertThat(result.getExitCode()).as(() -> String.join("\n", output)).isZero();
      assertThat(String.join("\n", output)).contains("succeeded as module cloud.finfusion");
      assertThat(sandbox.ledger().size()).isEqualTo(1);
    }
  }

  private InvocationRequest request() throws IOException {
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(new File(System.getProperty("maven.home")));
    request.setPomFile(Path.of(System.getProperty("consumer.app"), "pom.xml").toFile());
    request.setUserSettingsFile(settings().toFile());
    request.setLocalRepositoryDirectory(target.resolve("staged").toFile());
    request.addArgs(List.of("compile", "exec:exec"));
    request.setProperties(versions());
    request.setBatchMode(true);
    request.setQuiet(true);
    request.setOutputHandler(output::add);
    request.setErrorHandler(output::add);
    return request;
  }

  /**
   * Lets the app find what the build around it has downloaded; the SDK itself comes from the stage.
   */
  private Path settings() throws IOException {
    String downloaded = Path.of(System.getProperty("maven.repo.local")).toUri().toString();
    String settings =
        """
        <settings><profiles><profile><id>downloaded</id>
          <repositories><repository><id>downloaded</id><url>%1$s</url></repository></repositories>
          <pluginRepositories><pluginRepository><id>downloaded</id><url>%1$s</url></pluginRepository></pluginRepositories>
        </profile></profiles><activeProfiles><activeProfile>downloaded</activeProfile></activeProfiles></settings>
        """
            .formatted(downloaded);
    return Files.writeString(target.resolve("settings.xml"), settings);
  }

  private static Properties versions() {
    Properties versions = new Properties();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(APP))
        .forEach(name -> versions.put(name.substring(APP.length()), System.getProperty(name)));
    return versions;
  }
}
