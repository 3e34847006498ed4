package cloud.finfusion.verification.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of artifacts has each that the BOM has, and its size. */
class ArtifactSizesIT {
  private static final Path ROOT = Path.of("../..");
  private static final Path STAGED =
      Path.of(System.getProperty("consumer.target"), "staged/cloud/finfusion");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(finfusion-[a-z-]+)` \\|.*\\| ([0-9.]+) (KB|MB) \\|$", Pattern.MULTILINE);
  private static final Pattern MANAGED =
      Pattern.compile("<dependency>.*?<artifactId>(.+?)</artifactId>", Pattern.DOTALL);

  @Test
  void theReadmeSaysHowLargeEachArtifactIs() throws IOException {
    Map<String, Double> table = table();

    assertThat(table).containsOnlyKeys(artifacts());
    for (Map.Entry<String, Double> row : table.entrySet()) {
      assertThat(kilobytes(row.getKey()))
          .as("the size of %s in README.md", row.getKey())
          .isCloseTo(row.getValue(), withinPercentage(10));
    }
  }

  private static Map<String, Double> table() throws IOException {
    return ROW.matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1),
                row -> Double.parseDouble(row.group(2)) * (row.group(3).equals("MB") ? 1000 : 1),
                (one, other) -> one,
                TreeMap::new));
  }

  private static List<String> artifacts() throws IOException {
    String bom = Files.readString(ROOT.resolve("extensions/bom/pom.xml"));
    return MANAGED.matcher(bom).results().map(found -> found.group(1)).toList();
  }

  private static double kilobytes(String artifact) throws IOException {
    String version = System.getProperty("app.finfusion.version");
    String jar = artifact + "-" + version + ".jar";
    return Files.size(STAGED.resolve(artifact).resolve(version).resolve(jar)) / 1000.0;
  }
}
