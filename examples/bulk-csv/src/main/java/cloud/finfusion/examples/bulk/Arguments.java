package cloud.finfusion.examples.bulk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param csv the customers; null if there is none
 * @param part the rows of it that this program imports
 * @param failures a failures file to send again in place of a CSV file; null if there is none
 * @param state the folder of the checkpoint and the failures; null for the input's
 * @param stopAfter how many rows may fail before the import stops
 */
record Arguments(
    @Nullable Path csv,
    InputPart part,
    @Nullable Path failures,
    @Nullable Path state,
    long stopAfter) {
  private static final Set<String> NAMES = Set.of("csv", "part", "failures", "state", "stop-after");

  /**
   * Reads {@code --name value} and {@code --name=value}; an empty value is none.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static Arguments parse(List<String> arguments) {
    Map<String, String> values = values(arguments.iterator());
    InputPart part = InputPart.parse(values.getOrDefault("part", "1/1"));
    Path failures = path(values.get("failures"));
    if (failures != null && (values.containsKey("csv") || !part.equals(InputPart.ALL))) {
      throw new IllegalArgumentException("--failures: expected neither --csv nor --part beside it");
    }
    return new Arguments(
        path(values.get("csv")),
        part,
        failures,
        path(values.get("state")),
        Long.parseLong(values.getOrDefault("stop-after", "1000")));
  }

  private static Map<String, String> values(Iterator<String> arguments) {
    Map<String, String> values = new HashMap<>();
    while (arguments.hasNext()) {
      String[] argument = arguments.next().split("=", 2);
      String name = argument[0].replaceFirst("^--", "");
      if (!NAMES.contains(name) || (argument.length == 1 && !arguments.hasNext())) {
        throw new IllegalArgumentException(
            "expected --csv FILE, --part 2/8, --failures FILE, --state FOLDER or --stop-after N,"
                + " got "
                + argument[0]);
      }
      String value = argument.length == 1 ? arguments.next() : argument[1];
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }

  private static @Nullable Path path(@Nullable String value) {
    return value == null ? null : Path.of(value);
  }

  /** Returns the file that is imported; null if none was given. */
  @Nullable Path input() {
    return failures == null ? csv : failures;
  }

  /** Returns the same with another folder, and another CSV file if none was given. */
  Arguments withDefaults(Path otherCsv, Path otherState) {
    return new Arguments(
        input() == null ? otherCsv : csv,
        part,
        failures,
        state == null ? otherState : state,
        stopAfter);
  }
}
