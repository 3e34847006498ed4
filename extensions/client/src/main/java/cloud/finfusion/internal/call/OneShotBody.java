package cloud.finfusion.internal.call;

import cloud.finfusion.file.Upload;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp does not send again by itself, as it would after 408 and 503. The retry layer
 * can repeat it, since each attempt is a new call of OkHttp.
 */
public final class OneShotBody extends RequestBody {
  private final RequestBody body;

  /** Wraps a body. */
  public OneShotBody(RequestBody body) {
    this.body = body;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  /** Returns whether the wrapped body can be written again, for a log and for the next attempt. */
  public boolean isRepeatable() {
    return !body.isOneShot();
  }

  /** Returns whether the body is a file or has parts, which no log shows. */
  public boolean isFile() {
    return body instanceof Upload || body instanceof MultipartBody;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink);
  }
}
