package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The variables that README.md promises to authors of templates are those of our templates. */
class ReadmeTest {
  private static final Path TEMPLATES = Path.of(System.getProperty("basedir", ""));
  private static final Pattern IN_TEMPLATE = Pattern.compile("vendorExtensions\\.(x-[a-z-]+)");
  private static final Pattern IN_README = Pattern.compile("`(x-[a-z-]+)`");

  @Test
  void everyVariableOfATemplateIsDescribedAndNoOther() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TEMPLATES.resolve("finfusion"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        used.addAll(names(IN_TEMPLATE, Files.readString(file)));
      }
    }
    used.removeIf(name -> name.startsWith("x-finfusion"));
    String readme = Files.readString(TEMPLATES.resolve("README.md"));
    String section = readme.split("### What a template can use", 2)[1].split("\n## ", 2)[0];

    assertThat(names(IN_README, section)).containsExactlyInAnyOrderElementsOf(used);
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
  }
}
