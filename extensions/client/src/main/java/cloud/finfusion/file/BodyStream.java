package cloud.finfusion.file;

import cloud.finfusion.internal.guard.Guard;
import java.io.FilterInputStream;
import java.io.IOException;
import okhttp3.ResponseBody;

/**
 * Reports how many bytes were read, and never waits for bytes that nobody asked for. Closing it
 * closes the body alone: Okio's own stream would clear a buffer that another thread may be reading.
 */
final class BodyStream extends FilterInputStream {
  private final ResponseBody body;
  private final long total;
  private final Progress progress;
  private long bytes;

  BodyStream(ResponseBody body, Progress progress) {
    super(body.byteStream());
    this.body = body;
    this.total = body.contentLength();
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    moved(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] block, int offset, int length) throws IOException {
    if (length == 0) {
      return 0; // okio would wait for the next block, as readNBytes asks for none at last
    }
    int count = super.read(block, offset, length);
    moved(count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    moved(skipped);
    return skipped;
  }

  @Override
  public void close() {
    body.close();
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void moved(long count) {
    if (count > 0) {
      bytes += count;
      Guard.run("a progress callback", () -> progress.moved(bytes, total));
    }
  }
}
