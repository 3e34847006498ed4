package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project that a generator wrote: its main Java sources are what counts, for tests,
 * documentation and build files are not shipped.
 */
record Sources(Path project) {

  Path pom() {
    return project.resolve("pom.xml");
  }

  List<Path> files() {
    Path main = project.resolve("src/main/java");
    if (!Files.isDirectory(main)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(main)) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file of a model of ours. */
  Path model(String name) {
    return project.resolve("src/main/java/cloud/finfusion/model/" + name + ".java");
  }

  /** Formats every file where it lies. */
  Sources format() {
    files().parallelStream().forEach(Formatting::format);
    return this;
  }

  /** Formats the files of models and interfaces where they lie. */
  Sources formatOwn() {
    own().parallel().forEach(Formatting::format);
    return this;
  }

  private Stream<Path> own() {
    return files().stream().filter(Sources::followsFromSpecification);
  }

  private static boolean followsFromSpecification(Path file) {
    String folder = file.getName(file.getNameCount() - 2).toString();
    return folder.equals("model") || folder.equals("api");
  }

  /** Counts the lines. */
  LineCount lines() {
    return new LineCount(lines(files().stream()), lines(own()));
  }

  private static long lines(Stream<Path> files) {
    return files.mapToLong(CodeLines::of).sum();
  }
}
