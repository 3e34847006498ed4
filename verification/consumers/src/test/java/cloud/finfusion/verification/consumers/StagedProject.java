package cloud.finfusion.verification.consumers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A project that is not of this build, built by a Maven of its own on staged artifacts. */
final class StagedProject {
  private static final String VERSION = "app.";

  private final Path folder;
  private final Path target = Path.of(System.getProperty("consumer.target"));
  private final List<String> output = new ArrayList<>();

  StagedProject(Path folder) {
    this.folder = folder;
  }

  /** Returns the exit code of Maven, 0 if all is well. */
  int run(List<String> goals, Properties properties, Map<String, String> environment)
      throws IOException, MavenInvocationException {
    InvocationRequest request = new DefaultInvocationRequest();
    environment.forEach(request::addShellEnvironment);
    request.setMavenHome(new File(System.getProperty("maven.home")));
    request.setPomFile(folder.resolve("pom.xml").toFile());
    request.setUserSettingsFile(settings().toFile());
    request.setLocalRepositoryDirectory(target.resolve("staged").toFile());
    request.addArgs(goals);
    request.setProperties(properties);
    request.setBatchMode(true);
    request.setQuiet(true);
    request.setOutputHandler(output::add);
    request.setErrorHandler(output::add);
    return new DefaultInvoker().execute(request).getExitCode();
  }

  String output() {
    return String.join("\n", output);
  }

  /** The versions of the build around it, by the names that poms give them. */
  static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(VERSION))
        .forEach(name -> versions.put(name.substring(VERSION.length()), System.getProperty(name)));
    return versions;
  }

  /**
   * Lets the project find what the build around it has downloaded; the SDK itself comes from the
   * stage.
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
}
