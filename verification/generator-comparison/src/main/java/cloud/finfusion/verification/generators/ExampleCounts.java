package cloud.finfusion.verification.generators;

import cloud.finfusion.verification.generators.ExampleFault.Kind;
import java.util.EnumMap;
import java.util.Map;

/** How many examples of a specification were tried, and what became of them. */
final class ExampleCounts {
  private final Map<Kind, Integer> faults = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> contradicting = new EnumMap<>(Kind.class);
  private int tried;
  private int kept;

  void tried() {
    tried++;
  }

  boolean any() {
    return tried > 0;
  }

  void kept() {
    kept++;
  }

  /** Those that contradict their own schema are counted apart. */
  void fault(Kind kind, boolean contradicts) {
    (contradicts ? contradicting : faults).merge(kind, 1, Integer::sum);
  }

  /** The cells of the table: tried, kept, unreadable, changed, and both of what contradicts. */
  Object[] cells() {
    return new Object[] {
      tried,
      kept,
      faults.getOrDefault(Kind.UNREADABLE, 0),
      faults.getOrDefault(Kind.CHANGED, 0),
      contradicting.getOrDefault(Kind.UNREADABLE, 0),
      contradicting.getOrDefault(Kind.CHANGED, 0)
    };
  }
}
