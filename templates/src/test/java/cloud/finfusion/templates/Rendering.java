package cloud.finfusion.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.openapitools.codegen.api.TemplatingExecutor;
import org.openapitools.codegen.templating.MustacheEngineAdapter;

/** Renders a single template as the generator does, without running it. */
final class Rendering {
  private static final Path TEMPLATES = Path.of(System.getProperty("basedir", ""), "finfusion");

  private Rendering() {}

  /** Returns the text on one line, and without spaces inside of brackets and before commas. */
  static String of(String template, Map<String, Object> data) {
    Map<String, Object> all = new HashMap<>(data);
    all.put("lambda", Map.of("javadoc", new Javadoc(), "nullable", new NullableType()));
    all.put("runtimePackage", "com.example.runtime");
    all.put("apiPackage", "com.example.api");
    all.put("modelPackage", "com.example.model");
    all.put("resourcePackage", "com.example.resource");
    try {
      return new MustacheEngineAdapter()
          .compileTemplate(new Folder(), all, template + ".mustache")
          .replaceAll("\\s+", " ")
          .replaceAll("(?<=\\() | (?=[),;])", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Folder implements TemplatingExecutor {
    @Override
    public String getFullTemplateContents(String name) {
      try {
        return Files.readString(getFullTemplatePath(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Path getFullTemplatePath(String name) {
      return TEMPLATES.resolve(name);
    }
  }
}
