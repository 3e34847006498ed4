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
 * Our templates on every specification of a folder, and on those of their own tests: both parts are
 * generated and compiled, a document for each model is read and written, and Retrofit takes each
 * interface. Fails if one thing of this fails.
 */
public final class CorpusCheck {
  private final WorkFolders folders;
  private final Generator api;
  private final Generator resources;
  private final List<Path> apiClassPath;
  private final List<Path> facadeClassPath;

  private CorpusCheck(Path root, WorkFolders folders) throws IOException {
    this.folders = folders;
    api = Generator.ours(root, "api");
    resources = Generator.ours(root, "resources");
    apiClassPath = folders.ours().classPath();
    facadeClassPath =
        Stream.concat(Stream.of(folders.clientWithoutFacades()), apiClassPath.stream()).toList();
  }

  /** Takes the project's folder, a folder to work in and the folder of specifications. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path corpus = root.resolve(arguments[2]).normalize();
    List<Path> files = new ArrayList<>(List.of(root.resolve("spec/finfusion.yaml")));
    files.addAll(Specification.allIn(root.resolve("templates/src/test/resources")));
    files.addAll(Specification.allIn(root.resolve("templates/src/test/resources/kinds")));
    if (Files.isDirectory(corpus)) {
      files.addAll(Specification.allIn(corpus));
    } else {
      System.out.println("corpus: skipped, there is no folder " + corpus);
    }
    CorpusCheck check = new CorpusCheck(root, WorkFolders.in(root, Path.of(arguments[1])));
    List<CheckedOutput> outputs = check.all(files);
    outputs.forEach(System.out::println);
    System.out.println(examples(outputs));
    CodeShare share = new CodeShare(StockLines.in(root.resolve("templates/README.md")));
    outputs.forEach(
        each ->
            share.add(
                each.spec().name(), each.models(), () -> each.sources().formatOwn().ownLines()));
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
  private List<CheckedOutput> all(List<Path> files) {
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      List<CompletableFuture<CheckedOutput>> running = new ArrayList<>();
      for (Path file : files) {
        running.add(check(Specification.in(file), others));
      }
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      others.shutdown();
    }
  }

  private CompletableFuture<CheckedOutput> check(Specification spec, ExecutorService others) {
    GeneratorOutput models;
    Sources facades;
    try {
      models = folders.write(api, spec.file());
      facades = folders.write(resources, spec.file()).sources();
    } catch (RuntimeException refused) {
      return CompletableFuture.completedFuture(CheckedOutput.notGenerated(spec, refused));
    }
    return CompletableFuture.supplyAsync(() -> check(spec, models, facades), others);
  }

  private CheckedOutput check(Specification spec, GeneratorOutput models, Sources facades) {
    Compilation compiled = folders.compile(models.sources(), apiClassPath);
    if (!compiled.errors().isEmpty()) {
      return CheckedOutput.notCompiled(spec, models, compiled.errors());
    }
    List<Path> path =
        Stream.concat(Stream.of(compiled.classes()), facadeClassPath.stream()).toList();
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
