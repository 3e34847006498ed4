package cloud.finfusion.verification.generators;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... header) {
    row((Object[]) header);
    lines.add("| --- ".repeat(header.length) + "|");
  }

  Table row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell.toString().replace("|", "\\|")).append(" |");
    }
    lines.add(line.toString());
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
