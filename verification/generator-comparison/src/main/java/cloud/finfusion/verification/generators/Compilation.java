package cloud.finfusion.verification.generators;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * What javac makes of generated sources.
 *
 * @param errors file, line and sentence of each
 */
record Compilation(Path classes, List<Path> classPath, List<String> errors) {

  static Compilation of(Sources sources, List<Path> classPath, Path classes) {
    return of(sources.files(), classPath, classes);
  }

  static Compilation of(List<Path> sources, List<Path> classPath, Path classes) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes);
      javac
          .getTask(
              Writer.nullWriter(),
              files,
              found,
              options(sources, classPath, classes),
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return new Compilation(classes, classPath, errors(found));
  }

  private static List<String> options(List<Path> sources, List<Path> classPath, Path classes) {
    String jars =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    boolean modular = sources.stream().anyMatch(file -> file.endsWith("module-info.java"));
    return List.of(
        modular ? "--module-path" : "--class-path",
        jars,
        "-d",
        classes.toString(),
        "--release",
        "17",
        "-proc:none",
        "-nowarn",
        "-Xmaxerrs",
        "100000");
  }

  private static List<String> errors(DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Compilation::sentence)
        .toList();
  }

  private static String sentence(Diagnostic<? extends JavaFileObject> error) {
    JavaFileObject source = error.getSource();
    String message =
        error.getMessage(Locale.ROOT).lines().map(String::strip).collect(Collectors.joining("; "));
    return source == null
        ? message
        : Path.of(source.getName()).getFileName() + ":" + error.getLineNumber() + ": " + message;
  }

  /** Loads the classes with what they compile with, and with nothing of this program but these. */
  URLClassLoader load(Path... own) {
    URL[] urls =
        Stream.of(Stream.of(classes), classPath.stream(), Stream.of(own))
            .flatMap(paths -> paths)
            .map(Compilation::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
