package cloud.finfusion.internal.log;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A body that is logged once, after the call has read it. Reading a body for the log first would
 * lose the status of a response whose body never ends.
 */
final class LoggedBody extends ResponseBody {
  private final ResponseBody body;
  private final BufferedSource source;

  /**
   * Logs a body.
   *
   * @param log is given a supplier of the body's text
   */
  LoggedBody(ResponseBody body, SensitiveFields sensitive, Consumer<Supplier<String>> log) {
    this.body = body;
    this.source = Okio.buffer(new Copying(body.source(), body.contentType(), sensitive, log));
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
    return source;
  }

  /** Copies the bytes read, until they are more than the log shows. */
  private static final class Copying extends ForwardingSource {
    private final @Nullable MediaType type;
    private final SensitiveFields sensitive;
    private final Consumer<Supplier<String>> log;
    private final Buffer copy = new Buffer();
    private boolean logged;

    Copying(
        Source source,
        @Nullable MediaType type,
        SensitiveFields sensitive,
        Consumer<Supplier<String>> log) {
      super(source);
      this.type = type;
      this.sensitive = sensitive;
      this.log = log;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read;
      try {
        read = super.read(sink, byteCount);
      } catch (IOException broken) {
        ended("a body that broke off");
        throw broken;
      }
      if (read < 0) {
        ended(null);
      } else if (copy.size() <= HttpLogFormat.LONGEST_BODY) {
        sink.copyTo(copy, sink.size() - read, read);
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      ended("a body that was not read whole");
      super.close();
    }

    private void ended(@Nullable String early) {
      if (!logged) {
        logged = true;
        boolean isLong = copy.size() > HttpLogFormat.LONGEST_BODY;
        log.accept(
            () ->
                early == null || isLong
                    ? HttpLogFormat.shortBody(type, copy.readByteString(), sensitive)
                    : early);
      }
    }
  }
}
