package cloud.finfusion.benchmarks.stock;

import java.util.List;

/** What our templates made of one specification, and what is wrong with it. */
record Specimen(Specification spec, long models, int files, String step, List<String> problems) {
  private static final int SHOWN = 12;

  static Specimen notGenerated(Specification spec, RuntimeException refused) {
    return new Specimen(spec, 0, 0, "generation", List.of(String.valueOf(refused)));
  }

  static Specimen notCompiled(Specification spec, Written models, List<String> errors) {
    return new Specimen(spec, 0, models.sources().files().size(), "javac", errors);
  }

  static Specimen tried(Specification spec, Written models, Trial trial) {
    int files = models.sources().files().size();
    List<String> problems = trial.problems();
    return new Specimen(spec, trial.models(), files, "round trip", problems);
  }

  boolean passes() {
    return problems.isEmpty();
  }

  @Override
  public String toString() {
    String line =
        "%-40s %4d operations %4d files, %4d models read and written: %s"
            .formatted(
                spec.name(),
                spec.operations(),
                files,
                models,
                passes() ? "passes" : step + " fails " + problems.size() + " times");
    StringBuilder text = new StringBuilder(line);
    problems.stream().limit(SHOWN).forEach(each -> text.append("\n  ").append(each));
    return text.toString();
  }
}
