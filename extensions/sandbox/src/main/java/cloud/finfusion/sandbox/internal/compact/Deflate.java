package cloud.finfusion.sandbox.internal.compact;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Deflates and inflates without a header. One pair for all sandboxes, since each holds a quarter of
 * a megabyte outside the heap until it is collected.
 */
final class Deflate {
  private static final int FASTER_THAN_DEFAULT = 3;
  private static final Deflater DEFLATER = new Deflater(FASTER_THAN_DEFAULT, true);
  private static final Inflater INFLATER = new Inflater(true);
  private static final byte[] BUFFER = new byte[8_192];

  private Deflate() {}

  /** The first byte, and then the deflated ones. */
  static synchronized byte[] deflate(byte[] plain, byte[] dictionary, byte first) {
    DEFLATER.reset();
    DEFLATER.setDictionary(dictionary);
    DEFLATER.setInput(plain);
    DEFLATER.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    bytes.write(first);
    while (!DEFLATER.finished()) {
      bytes.write(BUFFER, 0, DEFLATER.deflate(BUFFER));
    }
    return bytes.toByteArray();
  }

  /** The plain bytes of what follows the first byte. */
  static synchronized byte[] inflate(byte[] bytes, byte[] dictionary) {
    INFLATER.reset();
    INFLATER.setDictionary(dictionary);
    INFLATER.setInput(bytes, 1, bytes.length - 1);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(512);
    try {
      while (!INFLATER.finished()) {
        plain.write(BUFFER, 0, INFLATER.inflate(BUFFER));
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("What was packed cannot be unpacked", e);
    }
    return plain.toByteArray();
  }
}
