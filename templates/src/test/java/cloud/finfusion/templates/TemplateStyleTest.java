package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.templates.view.ModelView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.PropertyView;
import cloud.finfusion.templates.view.SpecificationView;
import cloud.finfusion.templates.view.TagView;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The templates are readable, and ask for what there is: mustache writes nothing for the rest. */
class TemplateStyleTest {
  private static final Path TEMPLATES = Path.of(System.getProperty("basedir", ""), "finfusion");
  private static final int LONGEST_LINE = 160;
  private static final Pattern ASKED =
      Pattern.compile("\\{\\{[{#^]?(vendorExtensions\\.view|tag|specification)\\.(\\w+)");

  @Test
  void noLineIsLong() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readAllLines(file))
          .allSatisfy(
              line -> assertThat(line).as("%s", file).hasSizeLessThanOrEqualTo(LONGEST_LINE));
    }
  }

  @Test
  void everyVariableAskedOfAViewIsThere() throws IOException {
    for (Path file : files()) {
      ASKED
          .matcher(Files.readString(file))
          .results()
          .forEach(each -> assertThat(there(each.group(1))).as("%s", file).contains(each.group(2)));
    }
  }

  private static Set<String> there(String view) {
    return switch (view) {
      case "tag" -> names(TagView.class);
      case "specification" -> names(SpecificationView.class);
      default -> names(OperationView.class, ModelView.class, PropertyView.class);
    };
  }

  private static Set<String> names(Class<?>... views) {
    return Arrays.stream(views)
        .flatMap(view -> Arrays.stream(view.getRecordComponents()))
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
