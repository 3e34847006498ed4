package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the table of {@code templates/README.md}: stock's output beside ours. */
public final class StockComparison {
  private final WorkFolders folders;
  private final Path spec;
  private final ProbeSet questions;

  private StockComparison(Path root, WorkFolders folders) {
    this.folders = folders;
    spec = root.resolve("spec/finfusion.yaml");
    questions = new ProbeSet(spec);
  }

  /** Takes the project's folder and a folder to work in. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Path root = Path.of(arguments[0]);
    WorkFolders folders = WorkFolders.in(root, Path.of(arguments[1]));
    String tables = new StockComparison(root, folders).compare(root);
    new Readme(root.resolve("templates/README.md"), "stock comparison").write(tables);
    System.out.println(tables);
  }

  private String compare(Path root) throws IOException, ReflectiveOperationException {
    MeasuredOutput stock = stock(Generator.stock());
    MeasuredOutput mended = stock(Generator.stockWithoutNullable());
    MeasuredOutput ours = ours(Generator.ours(root, "api"));
    Sources facades = folders.generate(Generator.ours(root, "resources"), spec);
    Table sizes =
        new Table(
            "generator", "files", "lines", "of stock", "runtime dependencies", "javac errors");
    for (MeasuredOutput output : List.of(stock, mended, ours)) {
      sizes.row(size(output, stock));
    }
    long lines = facades.lines().all(); // stock has none
    sizes.row("facades, apart", facades.files().size(), lines, share(lines, stock), "–", "–");
    return sizes + "\n" + losses(List.of(mended, ours));
  }

  private MeasuredOutput stock(Generator generator)
      throws IOException, ReflectiveOperationException {
    Sources sources = folders.generate(generator, spec);
    return output(generator, sources, folders.stock(sources), RoundTrip::stock);
  }

  private MeasuredOutput ours(Generator generator)
      throws IOException, ReflectiveOperationException {
    Sources sources = folders.generate(generator, spec);
    return output(generator, sources, folders.ours(), RoundTrip::ours);
  }

  private MeasuredOutput output(
      Generator generator, Sources sources, Dependencies dependencies, MeasuredOutput.Access access)
      throws IOException, ReflectiveOperationException {
    Compilation compilation = folders.compile(sources, dependencies);
    return new MeasuredOutput(
        generator.title(),
        sources,
        dependencies,
        compilation,
        MeasuredOutput.probe(compilation, access, questions));
  }

  private static Object[] size(MeasuredOutput output, MeasuredOutput stock) {
    Dependencies dependencies = output.dependencies();
    return new Object[] {
      output.title(),
      output.sources().files().size(),
      output.sources().lines().all(),
      share(output.sources().lines().all(), stock),
      dependencies.direct() + " and " + dependencies.transitive() + " that those bring",
      output.compilation().errors().size()
    };
  }

  private static String share(long lines, MeasuredOutput stock) {
    return Math.round(100.0 * lines / stock.sources().lines().all()) + " %";
  }

  private static Table losses(List<MeasuredOutput> outputs) {
    Table losses = new Table("what becomes of", "stock, repaired", "ours");
    for (Probe probe : Probe.values()) {
      losses.row(probe, outputs.get(0).verdict(probe), outputs.get(1).verdict(probe));
    }
    return losses;
  }
}
