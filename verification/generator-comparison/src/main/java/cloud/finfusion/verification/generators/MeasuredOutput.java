package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A generator's output for one specification, with all that was observed of it. */
record MeasuredOutput(
    String title,
    Sources sources,
    Dependencies dependencies,
    Compilation compilation,
    Map<Probe, Map<Verdict, Integer>> verdicts) {

  /** How to read and write with the classes that were compiled. */
  interface Access {
    RoundTrip open(ClassLoader classes) throws ReflectiveOperationException;
  }

  /** Puts all probes; sources that do not compile cannot be asked. */
  static Map<Probe, Map<Verdict, Integer>> probe(
      Compilation compilation, Access access, ProbeSet questions)
      throws IOException, ReflectiveOperationException {
    Map<Probe, Map<Verdict, Integer>> verdicts = new EnumMap<>(Probe.class);
    if (compilation.errors().isEmpty()) {
      try (URLClassLoader classes = compilation.load()) {
        RoundTrip roundTrip = access.open(classes);
        for (Probe probe : Probe.values()) {
          verdicts.put(probe, questions.put(probe, roundTrip));
        }
      }
    }
    return verdicts;
  }

  /** {@code kept 20 of 22, lost 2}. */
  String verdict(Probe probe) {
    Map<Verdict, Integer> found = verdicts.getOrDefault(probe, Map.of());
    int all = found.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      return compilation.errors().isEmpty() ? "not asked" : "does not compile";
    }
    return found.entrySet().stream()
        .map(entry -> entry.getKey().text() + ": " + entry.getValue() + " of " + all)
        .collect(Collectors.joining("; "));
  }
}
