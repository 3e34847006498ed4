package cloud.finfusion.verification.generators;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's formatter, so that both generators' lines are of one kind. */
final class Formatting {
  private static final Formatter FORMATTER = new Formatter();

  private Formatting() {}

  /** Formats a file and drops the imports it does not use; one that is not Java stays as it is. */
  static void format(Path file) {
    try {
      Files.writeString(file, FORMATTER.formatSourceAndFixImports(Files.readString(file)));
    } catch (FormatterException notJava) {
      // javac says what is wrong with it
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
