package cloud.finfusion.verification.consumers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class path that users have, as the build file that makes it.
 *
 * @param name how the table calls it
 * @param managed the versions that the build file imports or pins, in XML
 * @param before what it depends on, named before the SDK
 * @param launcher how the program is started
 */
record ClassPath(String name, String managed, List<String> before, Launcher launcher) {
  private static final String FINFUSION = "cloud.finfusion:finfusion-java:${finfusion.version}";

  static ClassPath of(String name) {
    return new ClassPath(name, "", List.of(), Launcher.CLASS_PATH);
  }

  static ClassPath importing(String name, String... boms) {
    String imports =
        Stream.of(boms)
            .map(bom -> dependency(bom, "<type>pom</type><scope>import</scope>"))
            .collect(Collectors.joining("\n"));
    return new ClassPath(name, imports, List.of(), Launcher.CLASS_PATH);
  }

  static ClassPath pinning(String name, String... libraries) {
    String pins =
        Stream.of(libraries)
            .map(library -> dependency(library, ""))
            .collect(Collectors.joining("\n"));
    return new ClassPath(name, pins, List.of(), Launcher.CLASS_PATH);
  }

  ClassPath after(String... others) {
    return new ClassPath(name, managed, List.of(others), launcher);
  }

  ClassPath startedBy(Launcher other) {
    return new ClassPath(name, managed, before, other);
  }

  /** The name of its project's folder. */
  String folder() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  String pom(String parent) {
    String dependencies =
        Stream.concat(before.stream(), Stream.of(FINFUSION))
            .map(each -> dependency(each, ""))
            .collect(Collectors.joining("\n"));
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>com.example</groupId><artifactId>class-paths</artifactId><version>1</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>%s</artifactId>
          <packaging>pom</packaging>
          <dependencyManagement><dependencies>%s</dependencies></dependencyManagement>
          <dependencies>%s</dependencies>
        </project>
        """
        .formatted(parent, folder(), managed, dependencies);
  }

  private static String dependency(String coordinates, String more) {
    String[] parts = coordinates.split(":", -1);
    String version = parts.length > 2 ? "<version>%s</version>".formatted(parts[2]) : "";
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
        .formatted(parts[0], parts[1], version, more);
  }
}
