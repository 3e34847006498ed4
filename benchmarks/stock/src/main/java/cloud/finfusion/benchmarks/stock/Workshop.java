package cloud.finfusion.benchmarks.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which outputs are made, formatted and compiled; each gets a folder of its own. */
final class Workshop {
  private final Path root;
  private final Path folder;

  private Workshop(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /** A new one; what an earlier one left there is not touched. */
  static Workshop in(Path root, Path target) throws IOException {
    Files.createDirectories(target);
    return new Workshop(root, Files.createTempDirectory(target, "run"));
  }

  Sources generate(Generator generator, Path spec) {
    return generator.generate(spec, newFolder(generator.title())).format();
  }

  /** What stock's own pom asks for. */
  Dependencies stock(Sources sources) {
    return Dependencies.of(sources.pom(), newFolder("stock-dependencies"));
  }

  /** What the pom of our API asks for. */
  Dependencies ours() {
    return Dependencies.of(root.resolve("generated/pom.xml"), newFolder("our-dependencies"));
  }

  Compilation compile(Sources sources, Dependencies dependencies) {
    return Compilation.of(sources, dependencies.classPath(), newFolder("classes"));
  }

  private Path newFolder(String title) {
    try {
      return Files.createTempDirectory(folder, title.replaceAll("[^A-Za-z]+", "-") + "-");
    } catch (IOException unwritable) {
      throw new java.io.UncheckedIOException(unwritable);
    }
  }
}
