package cloud.finfusion.verification.generators;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Operations of users' own specifications beside the published client, in a package each, compiled
 * at once.
 */
final class OwnOperations {
  /** What one test at a time may use: upstream's generator has global state. */
  static final String GENERATOR = "generator";

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String RUNTIME = "cloud.finfusion.runtime";
  private static final Path RUNTIME_FOLDER = Path.of("cloud", "finfusion", "runtime");

  private final Path folder;
  private final Map<String, Path> sources = new HashMap<>();

  OwnOperations(Path folder) {
    this.folder = folder;
  }

  /** Writes models, interfaces and facades. */
  OwnOperations client(String name, Path spec) {
    generate("api", name, name, spec);
    generate("resources", name, name, spec);
    return this;
  }

  /** Writes the wire tests that a specification has for the facades of a package. */
  OwnOperations wireTests(String name, String tests, Path spec) {
    generate("wiretests", name, tests, spec);
    return this;
  }

  /** Writes the programs of the reference, and a stub of what they run on. */
  OwnOperations reference(String name, Path spec) {
    generate("reference", name, name + ".reference", spec);
    Path stub = folder.resolve("stubs").resolve(name).resolve("ReferenceTest.java");
    String source =
        """
        package %s.reference;

        abstract class ReferenceTest {
          cloud.finfusion.FinFusion client;

          void start(String operation) {}

          String id(String operation, String field, String example) {
            return example;
          }
        }
        """;
    write(stub, source.formatted(name));
    sources.put(name + ".reference.ReferenceTest", stub);
    return this;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void generate(String part, String name, String tests, Path spec) {
    Generator usual = Generator.ours(ROOT, part);
    Map<String, Object> options = new HashMap<>(usual.options());
    options.putAll(
        Map.of(
            "resourcePackage", name,
            "runtimePackage", RUNTIME,
            "wirePackage", tests,
            "referencePackage", tests));
    Generator own =
        new Generator(
            part,
            () ->
                usual
                    .settings()
                    .get()
                    .setApiPackage(name + ".api")
                    .setModelPackage(name + ".model"),
            options);
    Path output = folder.resolve(part + "-" + tests);
    Path main = output.resolve("src/main/java");
    for (Path file : own.generate(spec, output).sources().files()) {
      add(main.relativize(file), file);
    }
  }

  /** Of the runtime only what the published one does not have. */
  private void add(Path relative, Path file) {
    String name = relative.toString().replace(".java", "").replace(File.separatorChar, '.');
    boolean runtime = relative.startsWith(RUNTIME_FOLDER);
    if (relative.getNameCount() > 1 && !(runtime && isPublished(name))) {
      sources.put(name, file);
    }
  }

  private static boolean isPublished(String name) {
    return OwnOperations.class.getResource("/" + name.replace('.', '/') + ".class") != null;
  }

  /** All that was written, with the tests' own class path. */
  Compilation compile() {
    List<Path> classPath = new ArrayList<>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .forEach(classPath::add);
    return Compilation.of(
        List.copyOf(Set.copyOf(sources.values())), classPath, folder.resolve("classes"));
  }
}
