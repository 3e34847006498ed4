package cloud.finfusion.templates.reference;

import org.jspecify.annotations.Nullable;

/** Text made safe for a table of Markdown. */
final class Markdown {
  private Markdown() {}

  /** On one line, without a character that ends the cell. */
  static String cell(@Nullable String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
  }
}
