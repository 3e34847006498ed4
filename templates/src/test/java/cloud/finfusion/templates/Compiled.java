package cloud.finfusion.templates;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The API that was generated from one of the test's specifications, compiled and loaded. */
record Compiled(List<String> errors, ClassLoader classes) {
  /** All but what the jars of others are warned of, as that Retrofit is no module. */
  private static final String LINT =
      "-Xlint:all,-classfile,-processing,-requires-automatic,-requires-transitive-automatic";

  static Compiled of(String spec, Path folder) {
    Path file = Path.of("src/test/resources").toAbsolutePath().resolve(spec);
    Generation.run(file, "api", folder.resolve("sources"));
    Path classes = folder.resolve("classes");
    List<String> errors = compile(folder.resolve("sources"), classes);
    return new Compiled(errors, loader(classes));
  }

  private static List<String> compile(Path sources, Path classes) {
    try (Stream<Path> tree = Files.walk(sources)) {
      List<Path> java = tree.filter(file -> file.toString().endsWith(".java")).toList();
      return compile(java, classes, "--module-path");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the option that names what generated code needs: as modules, or as a class path. */
  static List<String> compile(List<Path> java, Path classes, String path) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "--release", "17", "-proc:none", LINT, "-d", classes.toString(), path, modulePath());
      javac
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(java))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
        .map(Object::toString)
        .toList();
  }

  /** What generated code needs, without the generator's own jars, which are no good modules. */
  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            jar ->
                jar.matches(
                    ".*[/\\\\](gson|jackson-(annotations|core|databind)|jspecify|kotlin-stdlib|okhttp-jvm|okio-jvm|retrofit)-[\\d.]+\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static ClassLoader loader(Path classes) {
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  Class<?> model(String name) throws ClassNotFoundException {
    return classes.loadClass("cloud.finfusion.model." + name);
  }

  Object read(String model, String json) throws ReflectiveOperationException {
    return model(model).getMethod("fromJson", String.class).invoke(null, json);
  }

  /** The document after it was read and written twice. */
  String roundTrip(String model, String json) throws ReflectiveOperationException {
    String once = json(read(model, json));
    return json(read(model, once));
  }

  private static String json(Object value) throws ReflectiveOperationException {
    return (String) value.getClass().getMethod("toJson").invoke(value);
  }

  static Object call(Object target, String method) throws ReflectiveOperationException {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
