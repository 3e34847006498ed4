package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a person can live with: names of classes and lengths of files. */
final class SourceLimits {
  private static final int LETTERS = 60;
  private static final int LINES = 2000;

  private SourceLimits() {}

  /** The classes and files beyond a limit, but for those files that generation named. */
  static List<String> problems(Sources sources, List<String> reports) {
    return sources.files().stream().flatMap(file -> problems(file, reports)).toList();
  }

  private static Stream<String> problems(Path file, List<String> reports) {
    String name = file.getFileName().toString().replace(".java", "");
    long lines = lines(file);
    boolean reported =
        reports.stream().anyMatch(each -> each.startsWith(name + ": ") && each.contains("lines"));
    Stream<String> named =
        name.length() > LETTERS
            ? Stream.of("%s: a name of %d letters".formatted(name, name.length()))
            : Stream.empty();
    Stream<String> sized =
        lines > LINES && !reported
            ? Stream.of("%s: a file of %d lines".formatted(name, lines))
            : Stream.empty();
    return Stream.concat(named, sized);
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
