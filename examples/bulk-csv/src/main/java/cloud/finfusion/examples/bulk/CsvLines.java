package cloud.finfusion.examples.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one part of a CSV file in UTF-8, a line each: a row that is malformed cannot take the
 * next ones with it. Blank lines are left out.
 */
final class CsvLines implements Iterator<CsvLine>, AutoCloseable {
  private final BufferedReader reader;
  private final Iterator<String> lines;
  private final InputPart part;
  private final String header;
  private long number = 1;
  private @Nullable CsvLine next;

  private CsvLines(BufferedReader reader, InputPart part) {
    this.reader = reader;
    this.lines = reader.lines().iterator();
    this.part = part;
    this.header = lines.hasNext() ? lines.next().replaceFirst("^\uFEFF", "") : "";
  }

  static CsvLines open(Path csv, InputPart part) {
    try {
      return new CsvLines(Files.newBufferedReader(csv), part);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + csv, failure);
    }
  }

  static long count(Path csv, InputPart part) {
    long rows = 0;
    try (CsvLines lines = open(csv, part)) {
      for (; lines.hasNext(); lines.next()) {
        rows++;
      }
    }
    return rows;
  }

  String header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    while (next == null && lines.hasNext()) {
      String text = lines.next();
      number++;
      if (part.holds(number) && !text.isBlank()) {
        next = new CsvLine(number, text);
      }
    }
    return next != null;
  }

  @Override
  public CsvLine next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    CsvLine line = next;
    next = null;
    return line;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
