package cloud.finfusion.benchmarks.stock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the table of {@code templates/README.md}: stock's output beside ours. */
public final class StockComparison {
  private final Workshop workshop;
  private final Path spec;
  private final Questionnaire questions;

  private StockComparison(Path root, Workshop workshop) {
    this.workshop = workshop;
    spec = root.resolve("spec/finfusion.yaml");
    questions = new Questionnaire(spec);
  }

  /** Takes the project's folder and a folder to work in. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Path root = Path.of(arguments[0]);
    Workshop workshop = Workshop.in(root, Path.of(arguments[1]));
    String tables = new StockComparison(root, workshop).compare(root);
    new Readme(root.resolve("templates/README.md"), "stock comparison").write(tables);
    System.out.println(tables);
  }

  private String compare(Path root) throws IOException, ReflectiveOperationException {
    Candidate stock = stock(Generator.stock());
    Candidate mended = stock(Generator.stockWithoutNullable());
    Candidate ours = ours(Generator.ours(root, "api"));
    Sources facades = workshop.generate(Generator.ours(root, "resources"), spec);
    Table sizes =
        new Table(
            "generator", "files", "lines", "of stock", "runtime dependencies", "javac errors");
    for (Candidate candidate : List.of(stock, mended, ours)) {
      sizes.row(size(candidate, stock));
    }
    sizes.row(
        "facades, apart", facades.files().size(), facades.lines(), share(facades, stock), "–", "–");
    return sizes + "\n" + losses(List.of(mended, ours));
  }

  private Candidate stock(Generator generator) throws IOException, ReflectiveOperationException {
    Sources sources = workshop.generate(generator, spec);
    return candidate(generator, sources, workshop.stock(sources), RoundTrip::stock);
  }

  private Candidate ours(Generator generator) throws IOException, ReflectiveOperationException {
    Sources sources = workshop.generate(generator, spec);
    return candidate(generator, sources, workshop.ours(), RoundTrip::ours);
  }

  private Candidate candidate(
      Generator generator, Sources sources, Dependencies dependencies, Candidate.Access access)
      throws IOException, ReflectiveOperationException {
    Compilation compilation = workshop.compile(sources, dependencies);
    return new Candidate(
        generator.title(),
        sources,
        dependencies,
        compilation,
        Candidate.probe(compilation, access, questions));
  }

  private static Object[] size(Candidate candidate, Candidate stock) {
    Dependencies dependencies = candidate.dependencies();
    return new Object[] {
      candidate.title(),
      candidate.sources().files().size(),
      candidate.sources().lines(),
      share(candidate.sources(), stock),
      dependencies.direct() + " and " + dependencies.transitive() + " that those bring",
      candidate.compilation().errors().size()
    };
  }

  private static String share(Sources sources, Candidate stock) {
    return Math.round(100.0 * sources.lines() / stock.sources().lines()) + " %";
  }

  private static Table losses(List<Candidate> candidates) {
    Table losses = new Table("what becomes of", "stock, repaired", "ours");
    for (Probe probe : Probe.values()) {
      losses.row(probe, candidates.get(0).verdict(probe), candidates.get(1).verdict(probe));
    }
    return losses;
  }
}
