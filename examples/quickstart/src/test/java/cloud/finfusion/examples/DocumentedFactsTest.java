package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables and lists of the README and of docs/going-live.md are complete. */
class DocumentedFactsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Pattern ASSUMED = Pattern.compile("^ *x-finfusion-assumed: (.*)$");
  private static final Pattern LISTED = Pattern.compile("^- \\[ ] (.*)$");
  private static final Pattern ERROR =
      Pattern.compile("^cloud\\.finfusion\\.error\\.(\\w+) : (?!abstract)\\w* ?class extends .*");
  private static final Pattern OPTION =
      Pattern.compile("^cloud\\.finfusion\\.FinFusion\\.Builder\\.(\\w+)\\(.+\\) : .*");

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(ROOT.resolve(file));
  }

  private static Set<String> found(Pattern pattern, List<String> lines) {
    Set<String> found = new TreeSet<>();
    for (String line : lines) {
      Matcher match = pattern.matcher(line);
      if (match.matches()) {
        found.add(match.group(1));
      }
    }
    return found;
  }

  @Test
  void whatIsAssumedIsListedBeforeGoingLiveAndNothingElse() throws IOException {
    Set<String> assumed = new TreeSet<>();
    for (String each : found(ASSUMED, lines("spec/finfusion.yaml"))) {
      assumed.add(each.replaceAll("^'(.*)'$", "$1").replace("''", "'"));
    }
    List<String> live = lines("docs/going-live.md");
    int list = live.indexOf("## What is assumed: confirm it with FinFusion");

    assumed.remove("a decision of this project, with its reason"); // the key's own description
    assertThat(assumed).hasSizeGreaterThan(50);
    assertThat(found(LISTED, live.subList(list, live.size()))).isEqualTo(assumed);
  }

  @Test
  void theReadmeNamesEachError() throws IOException {
    Set<String> errors = found(ERROR, lines("extensions/client/api.txt"));

    assertThat(errors).hasSizeGreaterThan(15);
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains(errors);
  }

  @Test
  void theReadmeNamesEachOptionOfTheBuilder() throws IOException {
    Set<String> options = found(OPTION, lines("extensions/client/api.txt"));

    assertThat(options).hasSizeGreaterThan(15);
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(options).allSatisfy(each -> assertThat(readme).contains("`" + each + "`"));
  }
}
