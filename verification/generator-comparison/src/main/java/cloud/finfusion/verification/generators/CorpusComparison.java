package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the table of {@code templates/README.md} over a folder: stock's output beside ours. */
public final class CorpusComparison {
  private final WorkFolders folders;
  private final Project ours;
  private final Project onPublishedClient;
  private final Dependencies stockDependencies;
  private final Table table =
      new Table(
          "specification",
          "operations",
          "models",
          "generator",
          "files",
          "lines",
          "of the specification",
          "javac errors");
  private final StringBuilder firstErrors = new StringBuilder();

  private CorpusComparison(Path root, WorkFolders folders) throws IOException {
    this.folders = folders;
    ours = Project.withOwnRuntime(root, folders);
    onPublishedClient = Project.onPublishedClient(root, folders);
    Path spec = root.resolve("spec/finfusion.yaml"); // stock's pom is the same for every one
    stockDependencies = folders.stock(folders.generate(Generator.stock(), spec));
  }

  /** Takes the project's folder, a folder to work in and the folder of specifications. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path corpus = root.resolve(arguments[2]).normalize();
    if (!Files.isDirectory(corpus)) {
      System.out.println("corpus: skipped, there is no folder " + corpus);
      return;
    }
    WorkFolders folders = WorkFolders.in(root, Path.of(arguments[1]));
    CorpusComparison comparison = new CorpusComparison(root, folders);
    comparison.compare(Specification.in(root.resolve("spec/finfusion.yaml")), comparison.ours);
    for (Path file : Specification.allIn(corpus)) {
      comparison.compare(Specification.in(file), comparison.onPublishedClient);
    }
    new Readme(root.resolve("templates/README.md"), "corpus comparison")
        .write(comparison.table.toString());
    System.out.println(comparison.table + "\n" + comparison.firstErrors);
  }

  private void compare(Specification spec, Project project) {
    compare(spec, Generator.stock(), stockDependencies.classPath());
    compare(spec, project.api(), project.apiClassPath());
  }

  private void compare(Specification spec, Generator generator, List<Path> classPath) {
    try {
      GeneratorOutput written = folders.write(generator, spec.file());
      Sources sources = written.sources().format();
      List<String> errors = folders.compile(sources, classPath).errors();
      row(
          spec,
          generator,
          written.models(),
          sources.files().size(),
          sources.lines().all(),
          sources.lines().ofSpecification(),
          errors.size());
      errors.stream().limit(1).forEach(error -> note(spec, generator, error));
    } catch (RuntimeException refused) {
      row(spec, generator, "–", "–", "–", "–", "not generated");
      note(spec, generator, refused);
    }
  }

  private void row(Specification spec, Generator generator, Object... figures) {
    List<Object> cells =
        new ArrayList<>(List.of(spec.name(), spec.operations(), figures[0], generator.title()));
    cells.addAll(List.of(figures).subList(1, figures.length));
    table.row(cells.toArray());
  }

  private void note(Specification spec, Generator generator, Object error) {
    firstErrors.append("- %s, %s: %s%n".formatted(spec.name(), generator.title(), error));
  }
}
