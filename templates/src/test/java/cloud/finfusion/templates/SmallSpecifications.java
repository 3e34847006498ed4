package cloud.finfusion.templates;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The API of many small specifications, in a package each, compiled at once: they share the
 * runtime, and javac starts once.
 */
final class SmallSpecifications {
  private static final Path SPECS = Path.of("src/test/resources/kinds").toAbsolutePath();

  /** For all tests, which only read it. */
  static final SmallSpecifications ALL = in(Path.of("target").toAbsolutePath());

  private final Map<String, RuntimeException> refused = new LinkedHashMap<>();
  private final Map<String, List<String>> notices = new LinkedHashMap<>();
  private final Map<String, List<String>> remarks = new LinkedHashMap<>();
  private final List<String> errors;
  private final ClassLoader classes;

  private final Path folder;

  private SmallSpecifications(Path folder) {
    this.folder = folder;
    Path sources = folder.resolve("sources");
    files(SPECS).forEach(file -> generate(file, sources));
    files(SPECS.resolve("refused")).forEach(file -> generate(file, sources));
    this.errors =
        Compiled.compile(withoutModule(sources), folder.resolve("classes"), "--class-path");
    this.classes = loader(folder.resolve("classes"));
  }

  private static SmallSpecifications in(Path target) {
    try {
      return new SmallSpecifications(Files.createTempDirectory(target, "kinds"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void generate(Path file, Path sources) {
    String name = file.getFileName().toString().replace(".yaml", "");
    String own = "kinds." + packageOf(name);
    Map<String, String> packages =
        Map.of(
            "apiPackage", own + ".api",
            "modelPackage", own + ".model",
            "invokerPackage", own,
            "runtimePackage", "kinds.runtime",
            "resourcePackage", own + ".resource");
    try {
      Notices said = Generation.runIn(packages, file, sources);
      notices.put(name, said.lines());
      remarks.put(name, said.remarks());
    } catch (RuntimeException sentence) {
      refused.put(name, sentence);
    }
  }

  private static List<Path> withoutModule(Path sources) {
    try (Stream<Path> tree = Files.walk(sources)) {
      return tree.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassLoader loader(Path classes) {
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, SmallSpecifications.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String packageOf(String name) {
    return name.replace('-', '_');
  }

  /** The errors and warnings of javac, of the sources or of the runtime. */
  List<String> errors() {
    return errors;
  }

  /** Why a specification was refused. */
  Map<String, RuntimeException> refused() {
    return refused;
  }

  /** What generation said of names that another operation may change. */
  List<String> remarks(String name) {
    return remarks.getOrDefault(name, List.of());
  }

  /** What generation said it does not support. */
  List<String> notices(String name) {
    return notices.getOrDefault(name, List.of());
  }

  /** The interface that has an operation. */
  Class<?> api(String name, String operation) throws ClassNotFoundException {
    for (String each : interfaces(name)) {
      Class<?> api = classes.loadClass("kinds." + packageOf(name) + ".api." + each);
      if (Stream.of(api.getMethods()).anyMatch(method -> method.getName().equals(operation))) {
        return api;
      }
    }
    throw new ClassNotFoundException(name + ": no interface has " + operation);
  }

  /** The names of a specification's interfaces. */
  List<String> interfaces(String name) {
    return files(folder.resolve("classes/kinds/" + packageOf(name) + "/api")).stream()
        .map(file -> file.getFileName().toString().replace(".class", ""))
        .filter(each -> !each.equals("package-info"))
        .toList();
  }

  /** The method of an operation. */
  Method method(String name, String operation) throws ClassNotFoundException {
    return Arrays.stream(api(name, operation).getMethods())
        .filter(each -> each.getName().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  Class<?> model(String name, String model) throws ClassNotFoundException {
    return classes.loadClass("kinds." + packageOf(name) + ".model." + model);
  }

  Class<?> runtime(String type) throws ClassNotFoundException {
    return classes.loadClass("kinds.runtime." + type);
  }

  /** The sources of all facades. */
  String facade(String name) {
    return String.join(
            "\n",
            Generation.run(SPECS.resolve(name + ".yaml"), "resources", folder.resolve(name))
                .values())
        .replaceAll("\\s+", " ");
  }

  Object read(String name, String model, String json) throws ReflectiveOperationException {
    return model(name, model).getMethod("fromJson", String.class).invoke(null, json);
  }

  /** A model made with its builder: the name of a setter of a text, then the text, and so on. */
  Object build(String name, String model, String... texts) throws ReflectiveOperationException {
    Object builder = model(name, model).getMethod("builder").invoke(null);
    for (int i = 0; i < texts.length; i += 2) {
      builder.getClass().getMethod(texts[i], String.class).invoke(builder, texts[i + 1]);
    }
    return Compiled.call(builder, "build");
  }

  /** The document after it was read, and the one that came of that was read again. */
  String roundTrip(String name, String model, String json) throws ReflectiveOperationException {
    Class<?> type = model(name, model);
    Gson gson = new Gson();
    return gson.toJson(gson.fromJson(gson.toJson(gson.fromJson(json, type)), type));
  }
}
