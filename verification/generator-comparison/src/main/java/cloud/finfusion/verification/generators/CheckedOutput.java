package cloud.finfusion.verification.generators;

import java.util.List;
import java.util.stream.Stream;

/** What our templates made of one specification, and what is wrong with it. */
record CheckedOutput(
    Specification spec,
    long models,
    Sources sources,
    long objects,
    ExampleCounts examples,
    String step,
    List<String> problems) {
  private static final int SHOWN = 12;

  static CheckedOutput notGenerated(Specification spec, RuntimeException refused) {
    return new CheckedOutput(
        spec,
        0,
        new Sources(spec.file()),
        0,
        new ExampleCounts(),
        "generation",
        List.of(String.valueOf(refused)));
  }

  static CheckedOutput notCompiled(
      Specification spec, GeneratorOutput models, List<String> errors) {
    return new CheckedOutput(spec, 0, models.sources(), 0, new ExampleCounts(), "javac", errors);
  }

  static CheckedOutput tried(
      Specification spec,
      GeneratorOutput models,
      Sources facades,
      RoundTripCheck check,
      ExampleCheck examples,
      ObjectAccessors objects) {
    List<String> problems =
        Stream.of(
                check.problems(),
                examples.problems(),
                objects.unreported(),
                SourceLimits.problems(models.sources(), models.reports()),
                SourceLimits.problems(facades, models.reports()))
            .flatMap(List::stream)
            .toList();
    return new CheckedOutput(
        spec,
        check.models(),
        models.sources(),
        objects.all(),
        examples.counts(),
        "round trip",
        problems);
  }

  boolean passes() {
    return problems.isEmpty();
  }

  @Override
  public String toString() {
    String line =
        "%-40s %4d operations %4d files, %4d models read and written, %d of Object: %s"
            .formatted(
                spec.name(),
                spec.operations(),
                sources.files().size(),
                models,
                objects,
                passes() ? "passes" : step + " fails " + problems.size() + " times");
    StringBuilder text = new StringBuilder(line);
    problems.stream().limit(SHOWN).forEach(each -> text.append("\n  ").append(each));
    return text.toString();
  }
}
