package cloud.finfusion.verification.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the modules of the root POM publish. */
final class PublishedArtifacts {
  private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile("</parent>\\s*<artifactId>(.+)</artifactId>");
  private static final String IS_PUBLISHED = "<maven.deploy.skip>false</maven.deploy.skip>";
  private static final String HAS_NO_JAR = "<packaging>pom</packaging>";

  private PublishedArtifacts() {}

  /** Returns the artifacts that have a jar, in the order of the modules. */
  static List<String> jars(Path root) throws IOException {
    return matches(MODULE, Files.readString(root.resolve("pom.xml")))
        .map(module -> pom(root.resolve(module)))
        .filter(pom -> pom.contains(IS_PUBLISHED) && !pom.contains(HAS_NO_JAR))
        .flatMap(pom -> matches(ARTIFACT, pom))
        .toList();
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static String pom(Path module) {
    try {
      return Files.readString(module.resolve("pom.xml"));
    } catch (IOException e) {
      throw new IllegalStateException(module + " has no pom.xml", e);
    }
  }
}
