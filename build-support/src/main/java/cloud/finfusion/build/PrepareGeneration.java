package cloud.finfusion.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides whether the generator runs: when the specification, a template, a pom or what was
 * generated is not as the last finished generation left it. If it runs, its last output is put
 * aside for {@link FinishGeneration}.
 */
public final class PrepareGeneration {
  private final Path root;
  private final GeneratorFolders folders;

  PrepareGeneration(Path root, Path module) {
    this.root = root;
    this.folders = new GeneratorFolders(module);
  }

  /**
   * Writes the decision for Maven to read, and says on the console why the generator runs.
   *
   * @param args the checkout and the folder of the module that generates
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Path module = Path.of(args[1]);
    new PrepareGeneration(root, module)
        .run()
        .ifPresent(
            reason ->
                System.out.println(Hashes.name(root, module) + ": generating, since " + reason));
  }

  /** Why the generator has to run; empty if it has not. */
  Optional<String> run() throws IOException {
    Optional<String> reason = reason();
    Files.createDirectories(folders.decision().getParent());
    Files.writeString(folders.decision(), "generator.skip=" + reason.isEmpty() + "\n");
    // otherwise what is there comes of a generation that failed, and the one before is aside
    // already
    if (reason.isPresent() && Files.deleteIfExists(folders.inputs())) {
      putOutputAside();
    }
    return reason;
  }

  private Optional<String> reason() throws IOException {
    Map<String, String> before = Hashes.read(folders.inputs());
    if (before.isEmpty()) {
      return Optional.of("there is no finished generation");
    }
    Map<String, String> now = inputs(root, folders);
    return Stream.concat(now.keySet().stream(), before.keySet().stream())
        .filter(name -> !Objects.equals(now.get(name), before.get(name)))
        .findFirst()
        .map(name -> name + " changed");
  }

  /** All that decides what is generated, and what was generated. */
  static Map<String, String> inputs(Path root, GeneratorFolders folders) throws IOException {
    Map<String, String> all = new TreeMap<>();
    all.putAll(Hashes.below(root, root.resolve("pom.xml")));
    all.putAll(Hashes.below(root, root.resolve("spec/finfusion.yaml")));
    all.putAll(Hashes.below(root, root.resolve("templates")));
    all.keySet().removeIf(name -> name.endsWith(".md"));
    all.putAll(Hashes.below(root, folders.module().resolve("pom.xml")));
    all.putAll(Hashes.below(folders.output(), folders.output()));
    return all;
  }

  private void putOutputAside() throws IOException {
    if (Files.exists(folders.output())) {
      delete(folders.previous());
      Files.move(folders.output(), folders.previous());
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(each);
        }
      }
    }
  }
}
