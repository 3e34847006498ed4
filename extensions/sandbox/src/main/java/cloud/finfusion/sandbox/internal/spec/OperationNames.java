package cloud.finfusion.sandbox.internal.spec;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the names of operations: by themselves, or by the operationId of the specification. */
public final class OperationNames {
  private static final int MOST = 5;

  private final Map<String, String> names = new HashMap<>();

  public OperationNames(List<Operation> operations) {
    operations.forEach(each -> names.put(each.id(), each.name()));
    operations.forEach(each -> names.put(each.name(), each.name()));
  }

  /** The name of the operation that has this name or operationId. */
  public Optional<String> find(String nameOrId) {
    return Optional.ofNullable(names.get(nameOrId));
  }

  /** At most five names that are spelt like this one, or whose operationId is; nearest first. */
  public List<String> near(String wrong) {
    String text = wrong.toLowerCase(Locale.ROOT);
    return names.entrySet().stream()
        .map(each -> new Near(each.getValue(), distance(text, each.getKey())))
        .filter(each -> each.distance <= 1 + text.length() / 4)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .map(Near::name)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** All names, sorted. */
  public Stream<String> all() {
    return names.values().stream().distinct().sorted();
  }

  /** The Levenshtein distance of a text in lower case and another text in any case. */
  private static int distance(String text, String other) {
    int[] row = new int[text.length() + 1];
    for (int i = 0; i <= text.length(); i++) {
      row[i] = i;
    }
    for (char letter : other.toLowerCase(Locale.ROOT).toCharArray()) {
      row = nextRow(row, text, letter);
    }
    return row[text.length()];
  }

  private static int[] nextRow(int[] above, String text, char letter) {
    int[] row = new int[above.length];
    row[0] = above[0] + 1;
    for (int i = 1; i < row.length; i++) {
      int replaced = above[i - 1] + (text.charAt(i - 1) == letter ? 0 : 1);
      row[i] = Math.min(replaced, Math.min(above[i], row[i - 1]) + 1);
    }
    return row;
  }

  private record Near(String name, int distance) {}
}
