package cloud.finfusion.verification.specdiff;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Turns generated sources into a jar. */
final class Compilation {
  /** Users' lowest: and what reads the classes need not know the newest. */
  private static final String JAVA = "17";

  private Compilation() {}

  static void compile(Path spec, List<Path> sources, String classPath, Path classes, Path jar)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    Files.createDirectories(classes);
    List<String> options = new ArrayList<>(List.of("--release", JAVA, "-proc:none", "-nowarn"));
    options.addAll(List.of("-classpath", classPath, "-d", classes.toString()));
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
      boolean compiled =
          javac.getTask(Writer.nullWriter(), files, found, options, null, units).call();
      if (!compiled) {
        throw new IllegalArgumentException(
            spec.getFileName() + ": what is generated of it does not compile: " + first(found));
      }
    }
    pack(classes, jar);
  }

  private static String first(DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.toString().lines().findFirst().orElse(""))
        .findFirst()
        .orElse("no reason given");
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }
}
