package cloud.finfusion.internal.log;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body that broke off while it was read for the log: who reads it next gets the same failure. */
final class BrokenBody extends ResponseBody {
  private final ResponseBody body;
  private final IOException failure;

  BrokenBody(ResponseBody body, IOException failure) {
    this.body = body;
    this.failure = failure;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return Okio.buffer(
        new ForwardingSource(body.source()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            throw failure;
          }
        });
  }
}
