package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;

/** A response that is small on the wire and large when unpacked: blanks, then {@code {}}. */
public final class GzipBomb {
  private static final byte[] END = "{}".getBytes(StandardCharsets.UTF_8);

  private GzipBomb() {}

  /** A response whose unpacked body has this many bytes. */
  public static ResponseWriter of(long size) {
    if (size < END.length) {
      throw new IllegalArgumentException("A gzip bomb has at least " + END.length + " bytes");
    }
    byte[] packed = pack(size);
    return (target, callback) -> {
      target.setStatus(200);
      target.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      target.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
      target.write(true, ByteBuffer.wrap(packed), callback);
    };
  }

  private static byte[] pack(long size) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      writeBlanks(out, size - END.length);
      out.write(END);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void writeBlanks(OutputStream out, long count) throws IOException {
    byte[] blanks = new byte[64 * 1024];
    Arrays.fill(blanks, (byte) ' ');
    for (long left = count; left > 0; left -= blanks.length) {
      out.write(blanks, 0, (int) Math.min(left, blanks.length));
    }
  }
}
