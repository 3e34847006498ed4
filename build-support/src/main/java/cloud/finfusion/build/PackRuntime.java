package cloud.finfusion.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the Java classes that generated code needs into templates: they are written, and checked,
 * as Java, and the package that they end up in is the customiser's choice.
 */
public final class PackRuntime {
  private static final Pattern FIRST_COMMENT = Pattern.compile("\\A(//[^\\n]*\\n)+");
  private static final String PACKAGE = "package cloud.finfusion.runtime;\n";
  private static final String JACKSON = "\n@JacksonSupport\n";

  private PackRuntime() {}

  /**
   * Writes a template for each class.
   *
   * @param args the folder of the classes and the folder of the templates
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path templates = Files.createDirectories(Path.of(args[1]));
    try (Stream<Path> classes = Files.list(Path.of(args[0]))) {
      for (Path source : (Iterable<Path>) classes::iterator) {
        String name = source.getFileName().toString().replace(".java", ".mustache");
        Files.writeString(templates.resolve(name), template(Files.readString(source)));
      }
    }
  }

  /**
   * The template of a class: its first comment is for readers of the template only, and what is for
   * Jackson stands there only if it is asked for.
   */
  static String template(String source) {
    String java = FIRST_COMMENT.matcher(source).replaceFirst("");
    if (!java.contains(PACKAGE)) {
      throw new IllegalArgumentException("expected " + PACKAGE.strip() + ", got none: " + source);
    }
    if (java.contains("{{")) {
      throw new IllegalArgumentException("{{ is mustache's, write { {: " + source);
    }
    return java.replace(PACKAGE, "package {{{runtimePackage}}};\n")
        .replace(JACKSON, "\n{{#jacksonSupport}}" + JACKSON + "{{/jacksonSupport}}\n");
  }
}
