package cloud.finfusion.templates.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The lines of the specification, for messages; a specification that is no file has none. */
public final class SpecFile {
  private final @Nullable String name;

  /** By its location; null if there is none. */
  public SpecFile(@Nullable String name) {
    this.name = name;
  }

  /**
   * {@code finfusion.yaml:42: }, the first line with the text after the lines that its owners start
   * with, from the outside in; else nothing.
   */
  public String lineOf(List<String> owners, String text) {
    if (name == null) {
      return "";
    }
    try {
      Path path = Path.of(name.replaceFirst("^file:(//)?", ""));
      int line = lineOf(Files.readAllLines(path), owners, text);
      return line < 0 ? "" : path.getFileName() + ":" + (line + 1) + ": ";
    } catch (IOException | InvalidPathException notAFile) {
      return "";
    }
  }

  private static int lineOf(List<String> lines, List<String> owners, String text) {
    int line = 0;
    for (String owner : owners) {
      line = find(lines, line, each -> (each.strip() + " ").startsWith(owner + " "));
    }
    return find(lines, line, each -> each.contains(text + ":"));
  }

  /** The first that fits, from a line on; -1 if there is none, or was none before. */
  private static int find(List<String> lines, int from, Predicate<String> fits) {
    return IntStream.range(from < 0 ? lines.size() : from, lines.size())
        .filter(i -> fits.test(lines.get(i)))
        .findFirst()
        .orElse(-1);
  }
}
