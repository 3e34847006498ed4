package cloud.finfusion.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The specification as text, to say in which line something stands; it need not be a file. */
final class SpecFile {
  private final @Nullable String name;

  SpecFile(@Nullable String name) {
    this.name = name;
  }

  /**
   * {@code finfusion.yaml:42: }, the first line with the text after the line of its owner; else
   * nothing.
   */
  String lineOf(String owner, String text) {
    if (name == null) {
      return "";
    }
    try {
      Path path = Path.of(name.replaceFirst("^file:(//)?", ""));
      List<String> lines = Files.readAllLines(path);
      int line = -1;
      for (int i = 0; i < lines.size(); i++) {
        if (line < 0 && lines.get(i).strip().equals(owner.strip())) {
          line = i;
        }
        if (line >= 0 && lines.get(i).contains(text + ":")) {
          return path.getFileName() + ":" + (i + 1) + ": ";
        }
      }
      return "";
    } catch (IOException | InvalidPathException notAFile) {
      return "";
    }
  }
}
