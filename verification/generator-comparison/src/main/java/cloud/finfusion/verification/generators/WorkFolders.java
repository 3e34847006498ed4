package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder in which outputs are made, formatted and compiled; each gets a folder of its own. */
final class WorkFolders {
  private final Path root;
  private final Path folder;

  private WorkFolders(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /** A new one; what an earlier one left there is not touched. */
  static WorkFolders in(Path root, Path target) throws IOException {
    Files.createDirectories(target);
    return new WorkFolders(root, Files.createTempDirectory(target, "run"));
  }

  Sources generate(Generator generator, Path spec) {
    return write(generator, spec).sources().format();
  }

  /** The same as it comes, and which class is which schema. */
  GeneratorOutput write(Generator generator, Path spec) {
    return generator.generate(spec, newFolder(generator.title()));
  }

  /** What stock's own pom asks for. */
  Dependencies stock(Sources sources) {
    return Dependencies.of(sources.pom(), newFolder("stock-dependencies"));
  }

  /** What the pom of our API asks for. */
  Dependencies ours() {
    return Dependencies.of(root.resolve("generated/pom.xml"), newFolder("our-dependencies"));
  }

  /** What facades stand on; those of FinFusion's own would stand in for what is missing. */
  Path clientWithoutFacades() throws IOException {
    return classes("extensions/client", name -> !name.contains("/cloud/finfusion/resource/"));
  }

  /** Adds the published runtime; models of FinFusion's own would stand in for what is missing. */
  List<Path> withRuntime(List<Path> classPath) throws IOException {
    Path runtime = classes("generated", name -> name.contains("/cloud/finfusion/runtime/"));
    return Stream.concat(Stream.of(runtime), classPath.stream()).toList();
  }

  /** Copies classes of a module, but for its {@code module-info}. */
  private Path classes(String module, Predicate<String> kept) throws IOException {
    Path classes = root.resolve(module).resolve("target/classes");
    Path copy = newFolder(module);
    try (Stream<Path> tree = Files.walk(classes)) {
      for (Path each : tree.filter(file -> isKept(file, kept)).toList()) {
        Path target = copy.resolve(classes.relativize(each).toString());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(each, target);
      }
    }
    return copy;
  }

  private static boolean isKept(Path file, Predicate<String> kept) {
    String name = file.toString().replace('\\', '/');
    return name.endsWith(".class") && !name.endsWith("module-info.class") && kept.test(name);
  }

  Compilation compile(Sources sources, Dependencies dependencies) {
    return compile(sources, dependencies.classPath());
  }

  Compilation compile(Sources sources, List<Path> classPath) {
    return Compilation.of(sources, classPath, newFolder("classes"));
  }

  private Path newFolder(String title) {
    try {
      return Files.createTempDirectory(folder, title.replaceAll("[^A-Za-z]+", "-") + "-");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
