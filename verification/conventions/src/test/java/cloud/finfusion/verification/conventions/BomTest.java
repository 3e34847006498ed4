package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Users who import the BOM find each artifact in it. */
class BomTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path BOM = ROOT.resolve("extensions/bom/pom.xml");
  private static final Pattern MANAGED =
      Pattern.compile(
          "(<dependencyManagement>\\s*<dependencies>\n).*( {4}</dependencies>)", Pattern.DOTALL);

  @Test
  void theBomHasEachArtifactThatIsPublished() throws IOException {
    String bom = Files.readString(BOM);
    String expected = withArtifacts(bom);
    if (System.getProperty("api.update") != null) {
      Files.writeString(BOM, expected);
      bom = expected;
    }

    assertThat(bom)
        .as("extensions/bom lacks an artifact. Run mvn -q -Drun=api and commit it")
        .isEqualTo(expected);
    assertThat(bom).contains("<artifactId>finfusion-java</artifactId>");
  }

  private static String withArtifacts(String bom) throws IOException {
    String artifacts =
        PublishedArtifacts.jars(ROOT).stream()
            .map(BomTest::dependency)
            .collect(Collectors.joining());
    return MANAGED
        .matcher(bom)
        .replaceFirst(
            found -> Matcher.quoteReplacement(found.group(1) + artifacts + found.group(2)));
  }

  private static String dependency(String artifact) {
    return """
          <dependency>
            <groupId>cloud.finfusion</groupId>
            <artifactId>%s</artifactId>
            <version>${project.version}</version>
          </dependency>
    """
        .formatted(artifact);
  }
}
