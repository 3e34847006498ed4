package cloud.finfusion.benchmarks.stock;

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
  private final Workshop workshop;
  private final Generator api;
  private final Generator resources;
  private final List<Path> apiClassPath;
  private final List<Path> facadeClassPath;

  private CorpusCheck(Path root, Workshop workshop) throws IOException {
    this.workshop = workshop;
    api = Generator.ours(root, "api");
    resources = Generator.ours(root, "resources");
    apiClassPath = workshop.ours().classPath();
    facadeClassPath =
        Stream.concat(Stream.of(workshop.clientWithoutFacades()), apiClassPath.stream()).toList();
  }

  /** Takes the project's folder, a folder to work in and the folder of specifications. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path corpus = root.resolve(arguments[2]).normalize();
    List<Path> files =
        new ArrayList<>(Specification.allIn(root.resolve("templates/src/test/resources")));
    if (Files.isDirectory(corpus)) {
      files.addAll(Specification.allIn(corpus));
    } else {
      System.out.println("corpus: skipped, there is no folder " + corpus);
    }
    CorpusCheck check = new CorpusCheck(root, Workshop.in(root, Path.of(arguments[1])));
    List<Specimen> specimens = check.all(files);
    specimens.forEach(System.out::println);
    long failed = specimens.stream().filter(specimen -> !specimen.passes()).count();
    System.out.printf("%d passed, %d failed%n", specimens.size() - failed, failed);
    if (failed > 0) {
      throw new IllegalStateException(
          "corpus: expected each file to pass, got " + failed + " that do not, named above");
    }
  }

  /** One is generated, as upstream's generator has global state, while others are compiled. */
  private List<Specimen> all(List<Path> files) {
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      List<CompletableFuture<Specimen>> running = new ArrayList<>();
      for (Path file : files) {
        running.add(check(Specification.in(file), others));
      }
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      others.shutdown();
    }
  }

  private CompletableFuture<Specimen> check(Specification spec, ExecutorService others) {
    Written models;
    Sources facades;
    try {
      models = workshop.write(api, spec.file());
      facades = workshop.write(resources, spec.file()).sources();
    } catch (RuntimeException refused) {
      return CompletableFuture.completedFuture(Specimen.notGenerated(spec, refused));
    }
    return CompletableFuture.supplyAsync(() -> check(spec, models, facades), others);
  }

  private Specimen check(Specification spec, Written models, Sources facades) {
    Compilation compiled = workshop.compile(models.sources(), apiClassPath);
    if (!compiled.errors().isEmpty()) {
      return Specimen.notCompiled(spec, models, compiled.errors());
    }
    List<Path> path =
        Stream.concat(Stream.of(compiled.classes()), facadeClassPath.stream()).toList();
    List<String> errors = workshop.compile(facades, path).errors();
    return errors.isEmpty()
        ? Specimen.tried(spec, models, new Trial(spec, models, compiled))
        : Specimen.notCompiled(spec, models, errors);
  }
}
