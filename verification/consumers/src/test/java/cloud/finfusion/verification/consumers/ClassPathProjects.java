package cloud.finfusion.verification.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** One build, by one Maven, that finds the class paths of many projects. */
final class ClassPathProjects {
  private static final Path SOURCES = Path.of(System.getProperty("consumer.class-paths"));

  private final Path folder;

  /** The folder is where the projects are written. */
  ClassPathProjects(Path folder) {
    this.folder = folder;
  }

  void build(List<ClassPath> all) throws Exception {
    String modules =
        all.stream()
            .map(each -> "<module>%s</module>".formatted(folder.relativize(project(each))))
            .collect(Collectors.joining("\n"));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId><artifactId>all-class-paths</artifactId><version>1</version>
          <packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """
            .formatted(modules));
    for (ClassPath each : all) {
      write(each);
    }
    StagedProject projects = new StagedProject(folder);
    Properties versions = new Properties();
    versions.putAll(StagedProject.versions());
    assertThat(projects.run(List.of("package"), versions, Map.of())).as(projects::output).isZero();
  }

  /** Where the project of a class path is. */
  Path project(ClassPath of) {
    return of.launcher().project().map(SOURCES::resolve).orElse(folder.resolve(of.folder()));
  }

  /** The jars, as a JVM takes them. */
  String jars(ClassPath of) throws IOException {
    return Files.readString(project(of).resolve("target/class-path.txt")).strip();
  }

  private void write(ClassPath each) throws IOException {
    if (each.launcher().project().isEmpty()) {
      Path project = Files.createDirectories(project(each));
      String parent = project.relativize(SOURCES.resolve("pom.xml")).toString();
      Files.writeString(project.resolve("pom.xml"), each.pom(parent));
    }
  }
}
