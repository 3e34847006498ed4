package cloud.finfusion.templates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What of a specification Java code does not do as it says: a line each, so that nothing is silent.
 */
final class Notices {
  private final Set<String> lines = new LinkedHashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();

  void add(String line) {
    lines.add(line);
  }

  /** Says of a name that another operation may change it. */
  void remark(String line) {
    remarks.add(line);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Each line, and how many there are. */
  void print(String file, Consumer<String> out) {
    remarks.forEach(line -> out.accept(file + ": " + line));
    if (!lines.isEmpty()) {
      lines.forEach(line -> out.accept(file + ": " + line));
      out.accept(file + ": " + lines.size() + " of these are not done as the specification says");
    }
  }
}
