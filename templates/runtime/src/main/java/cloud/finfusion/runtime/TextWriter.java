// Java's StringWriter locks for each piece, of which a payment has sixty.
package cloud.finfusion.runtime;

import java.io.Writer;

/** A text that one thread writes. */
final class TextWriter extends Writer {
  private final StringBuilder text = new StringBuilder(512);

  @Override
  public void write(int character) {
    text.append((char) character);
  }

  @Override
  public void write(char[] from, int start, int count) {
    text.append(from, start, count);
  }

  @Override
  public void write(String from, int start, int count) {
    text.append(from, start, start + count);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
