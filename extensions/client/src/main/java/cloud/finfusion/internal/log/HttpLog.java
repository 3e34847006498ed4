package cloud.finfusion.internal.log;

import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.CallHeaders;
import cloud.finfusion.internal.call.OneShotBody;
import cloud.finfusion.internal.time.Time;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP log: at DEBUG a line for each attempt, at TRACE headers and bodies too, secrets
 * redacted. After SIGN, so that it sees what is sent.
 */
public final class HttpLog implements Interceptor {
  /** Where it is written. */
  public static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion.http");

  private static final int LONGEST_BODY = 1 << 16;

  private final Logger log;
  private final Time time;

  /** The log of one client. */
  public HttpLog(Logger log, Time time) {
    this.log = log;
    this.time = time;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return log.isDebugEnabled() ? logged(chain) : chain.proceed(chain.request());
  }

  private Response logged(Chain chain) throws IOException {
    Request request = chain.request();
    String what = what(request);
    write(() -> traceRequest(what, request));
    long startedAt = time.nanos();
    try {
      Response response = chain.proceed(request);
      long elapsed = millisSince(startedAt);
      write(
          () ->
              log.debug(
                  "{}: {} in {} ms, request {}",
                  what,
                  response.code(),
                  elapsed,
                  HttpLogFormat.plain(id(response))));
      if (log.isTraceEnabled()) {
        trace(what, response);
      }
      return response;
    } catch (IOException failure) {
      String kind = failure.getClass().getSimpleName();
      write(() -> log.debug("{}: {} after {} ms", what, kind, millisSince(startedAt)));
      throw failure;
    }
  }

  private static String what(Request request) {
    String operation = Attempt.of(request).context().operation().name();
    return operation + " " + request.method() + " " + HttpLogFormat.url(request.url());
  }

  private static String id(Response response) {
    String given = response.header(CallHeaders.REQUEST_ID);
    return String.valueOf(
        given == null ? response.request().header(CallHeaders.REQUEST_ID) : given);
  }

  private void traceRequest(String what, Request request) {
    if (log.isTraceEnabled()) {
      log.trace("{}: sends {} {}", what, HttpLogFormat.headers(request.headers()), body(request));
    }
  }

  /** Reads a copy; a response that breaks off here is as broken as later. */
  private void trace(String what, Response response) throws IOException {
    ByteString bytes;
    MediaType type;
    try (ResponseBody copy = response.peekBody(LONGEST_BODY + 1L)) {
      bytes = copy.byteString();
      type = copy.contentType();
    } catch (IOException broken) {
      response.close();
      throw broken;
    }
    String headers = HttpLogFormat.headers(response.headers());
    write(() -> log.trace("{}: got {} {}", what, headers, body(type, bytes)));
  }

  private static String body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      return "no body";
    }
    if (!(body instanceof OneShotBody again) || !again.isRepeatable()) {
      return "a body that can be read once";
    }
    Buffer bytes = new Buffer();
    try {
      if (body.contentLength() < 0 || body.contentLength() > LONGEST_BODY) {
        return "a body of more than " + LONGEST_BODY + " bytes, or of unknown length";
      }
      body.writeTo(bytes);
    } catch (IOException unreadable) {
      return "a body that cannot be read";
    }
    return body(body.contentType(), bytes.readByteString());
  }

  private static String body(@Nullable MediaType type, ByteString bytes) {
    return bytes.size() > LONGEST_BODY
        ? "more than " + LONGEST_BODY + " bytes"
        : HttpLogFormat.body(type, bytes);
  }

  private long millisSince(long startedAt) {
    return TimeUnit.NANOSECONDS.toMillis(time.nanos() - startedAt);
  }

  /** A log that throws is no reason for a call to fail. */
  private static void write(Runnable line) {
    try {
      line.run();
    } catch (Throwable failure) {
      // there is nowhere to say it
    }
  }
}
