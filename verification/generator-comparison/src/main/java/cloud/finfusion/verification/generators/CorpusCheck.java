package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Our templates on every specification of a folder, as a project on the published client has it,
 * and on those of their own tests, with a runtime each: both parts are generated and compiled, a
 * document for each model is read and written, and Retrofit takes each interface. Fails if one
 * thing of this fails.
 */
public final class CorpusCheck {
  private final WorkFolders folders;

  private CorpusCheck(WorkFolders folders) {
    this.folders = folders;
  }

  /** Takes the project's folder, a folder to work in and the folder of specifications. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path corpus = root.resolve(arguments[2]).normalize();
    List<Path> own = new ArrayList<>(List.of(root.resolve("spec/finfusion.yaml")));
    own.addAll(Specification.allIn(root.resolve("templates/src/test/resources")));
    own.addAll(Specification.allIn(root.resolve("templates/src/test/resources/kinds")));
    List<Path> others = List.of();
    if (Files.isDirectory(corpus)) {
      others = Specification.allIn(corpus);
    } else {
      System.out.println("corpus: skipped, there is no folder " + corpus);
    }
    WorkFolders folders = WorkFolders.in(root, Path.of(arguments[1]));
    CorpusCheck check = new CorpusCheck(folders);
    List<CheckedOutput> outputs =
        new ArrayList<>(check.all(own, Project.withOwnRuntime(root, folders)));
    outputs.addAll(check.all(others, Project.onPublishedClient(root, folders)));
    outputs.forEach(System.out::println);
    System.out.println(examples(outputs));
    CodeShare share = new CodeShare(StockLines.in(root.resolve("templates/README.md")));
    outputs.forEach(
        each ->
            share.add(each.spec().name(), each.models(), () -> each.sources().formatOwn().lines()));
    System.out.println(share);
    share.problems().forEach(System.out::println);
    long failed = outputs.stream().filter(output -> !output.passes()).count();
    System.out.printf("%d passed, %d failed%n", outputs.size() - failed, failed);
    if (failed > 0 || !share.problems().isEmpty()) {
      throw new IllegalStateException(
          "corpus: expected each file to pass, and few lines beside stock's, got "
              + failed
              + " that do not pass and "
              + share.problems()
              + ", named above");
    }
  }

  private static Table examples(List<CheckedOutput> outputs) {
    Table table =
        new Table(
            "its examples",
            "tried",
            "kept",
            "unreadable",
            "changed",
            "against their schema: unreadable",
            "changed");
    outputs.stream()
        .filter(each -> each.examples().any())
        .forEach(
            each ->
                table.row(
                    Stream.concat(Stream.of(each.spec().name()), Stream.of(each.examples().cells()))
                        .toArray()));
    return table;
  }

  /** One is generated, as upstream's generator has global state, while others are compiled. */
  private List<CheckedOutput> all(List<Path> files, Project project) {
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      List<CompletableFuture<CheckedOutput>> running = new ArrayList<>();
      for (Path file : files) {
        running.add(check(Specification.in(file), project, others));
      }
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      others.shutdown();
    }
  }

  private CompletableFuture<CheckedOutput> check(
      Specification spec, Project project, ExecutorService others) {
    GeneratorOutput models;
    Sources facades;
    try {
      models = folders.write(project.api(), spec.file());
      facades = folders.write(project.resources(), spec.file()).sources();
    } catch (RuntimeException refused) {
      return CompletableFuture.completedFuture(CheckedOutput.notGenerated(spec, refused));
    }
    return CompletableFuture.supplyAsync(() -> check(spec, project, models, facades), others);
  }

  private CheckedOutput check(
      Specification spec, Project project, GeneratorOutput models, Sources facades) {
    Compilation compiled = folders.compile(models.sources(), project.apiClassPath());
    if (!compiled.errors().isEmpty()) {
      return CheckedOutput.notCompiled(spec, models, compiled.errors());
    }
    List<Path> path =
        Stream.concat(Stream.of(compiled.classes()), project.facadeClassPath().stream()).toList();
    List<String> errors = folders.compile(facades, path).errors();
    return errors.isEmpty()
        ? CheckedOutput.tried(
            spec,
            models,
            facades,
            new RoundTripCheck(spec, models, compiled),
            ExampleCheck.of(spec, models, compiled),
            new ObjectAccessors(models, compiled))
        : CheckedOutput.notCompiled(spec, models, errors);
  }
}
