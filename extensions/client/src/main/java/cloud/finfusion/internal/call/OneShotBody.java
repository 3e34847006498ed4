package cloud.finfusion.internal.call;

import java.io.IOException;
import okhttp3.MediaType;
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

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink);
  }
}
