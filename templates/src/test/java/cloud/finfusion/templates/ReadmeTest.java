package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.templates.view.OperationView;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The variables that README.md promises to authors of templates are those of the views. */
class ReadmeTest {
  private static final Path README = Path.of(System.getProperty("basedir", ""), "README.md");
  private static final String RECIPE = "../examples/recipes/own-operations/pom.xml";
  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final int COLUMNS = 3;
  private static final Pattern VIEW = Pattern.compile("\\(`(\\w+View(?:\\.\\w+)?)`\\)");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void everyVariableOfAViewIsDescribedAndNoOther() throws Exception {
    assertThat(described()).isEqualTo(ofViews());
  }

  @Test
  void theExecutionThatItShowsIsThatOfTheRecipe() throws IOException {
    String recipe = Files.readString(README.resolveSibling(RECIPE).normalize());

    assertThat(XML.matcher(Files.readString(README)).results())
        .hasSize(1)
        .allSatisfy(block -> assertThat(unindented(recipe)).contains(unindented(block.group(1))));
  }

  private static String unindented(String text) {
    return text.replaceAll("(?m)^ +", "");
  }

  /** A row without a first cell belongs to the view of the row above. */
  private static Map<String, List<String>> described() throws IOException {
    Map<String, List<String>> names = new TreeMap<>();
    String view = "";
    for (String line : Files.readAllLines(README)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == COLUMNS + 2) {
        view = cells[1].isBlank() ? view : String.join("", names(VIEW, cells[1]));
        names.computeIfAbsent(view, key -> new ArrayList<>()).addAll(names(NAME, cells[2]));
      }
    }
    names.remove("");
    names.values().forEach(each -> each.sort(null));
    return names;
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(each -> each.group(1)).toList();
  }

  private static Map<String, List<String>> ofViews() throws Exception {
    Map<String, List<String>> names = new TreeMap<>();
    for (Class<?> view : views()) {
      names.put(
          view.getCanonicalName().substring(view.getPackageName().length() + 1),
          Arrays.stream(view.getRecordComponents())
              .map(RecordComponent::getName)
              .sorted()
              .toList());
    }
    return names;
  }

  private static List<Class<?>> views()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path folder =
        Path.of(OperationView.class.getResource("OperationView.class").toURI()).getParent();
    List<Class<?>> views = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> !each.endsWith("package-info.class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        views.add(Class.forName(OperationView.class.getPackageName() + "." + name));
      }
    }
    return views;
  }
}
