package cloud.finfusion.internal.log;

import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.call.CallHeaders;
import cloud.finfusion.internal.call.OneShotBody;
import cloud.finfusion.internal.time.Time;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP log: at DEBUG a line for each attempt, at TRACE headers and bodies too, secrets
 * redacted. Runs after SIGN, so that it logs what is sent.
 */
public final class HttpLog implements Interceptor {
  /** The logger of all clients. */
  public static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion.http");

  private final Logger log;
  private final Time time;

  /** The log of one client. */
  public HttpLog(Logger log, Time time) {
    this.log = log;
    this.time = time;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return isOn(log::isDebugEnabled) ? logged(chain) : chain.proceed(chain.request());
  }

  private Response logged(Chain chain) throws IOException {
    Request request = chain.request();
    if (isOn(log::isTraceEnabled)) {
      write(
          () ->
              log.trace(
                  "{}: sends {} {}",
                  what(request),
                  HttpLogFormat.headers(request.headers()),
                  withoutToken(request, body(request))));
    }
    long startedAt = time.nanos();
    try {
      Response response = chain.proceed(request);
      long elapsed = millisSince(startedAt);
      write(
          () ->
              log.debug(
                  "{}: {} in {} ms, request {}",
                  what(request),
                  response.code(),
                  elapsed,
                  withoutToken(request, id(response))));
      return isOn(log::isTraceEnabled) ? traced(request, response) : response;
    } catch (IOException failure) {
      String kind = failure.getClass().getSimpleName();
      write(() -> log.debug("{}: {} after {} ms", what(request), kind, millisSince(startedAt)));
      throw failure;
    }
  }

  private static String what(Request request) {
    CallContext context = Attempt.of(request).context();
    String url = HttpLogFormat.url(request.url(), SensitiveFields.of(context));
    return context.operation().name() + " " + request.method() + " " + url;
  }

  private static String id(Response response) {
    String given = response.header(CallHeaders.REQUEST_ID);
    return HttpLogFormat.id(
        given == null ? response.request().header(CallHeaders.REQUEST_ID) : given);
  }

  /** Logs the rest when the call has read the body; of a file, at once, that it comes. */
  private Response traced(Request request, Response response) {
    if (response.isSuccessful() && Attempt.of(request).context().operation().streamed()) {
      write(() -> got(request, response, "a file"));
      return response;
    }
    ResponseBody body =
        new LoggedBody(
            response.body(),
            SensitiveFields.of(Attempt.of(request).context()),
            shown -> write(() -> got(request, response, shown.get())));
    return response.newBuilder().body(body).build();
  }

  private void got(Request request, Response response, String body) {
    String headers = withoutToken(request, HttpLogFormat.headers(response.headers()));
    log.trace("{}: got {} {}", what(request), headers, withoutToken(request, body));
  }

  /** A server may repeat a key whose form is not known. */
  private static String withoutToken(Request request, String text) {
    return Attempt.of(request).context().withoutToken(text);
  }

  private static String body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      return "no body";
    }
    if (body instanceof OneShotBody file && file.isFile()) {
      return "a file";
    }
    if (!(body instanceof OneShotBody again) || !again.isRepeatable()) {
      return "a body that can be read once";
    }
    Buffer bytes = new Buffer();
    try {
      if (body.contentLength() < 0 || body.contentLength() > HttpLogFormat.LONGEST_BODY) {
        return "a body of more than " + HttpLogFormat.LONGEST_BODY + " bytes, or of unknown length";
      }
      body.writeTo(bytes);
    } catch (IOException unreadable) {
      return "a body that cannot be read";
    }
    SensitiveFields sensitive = SensitiveFields.of(Attempt.of(request).context());
    return HttpLogFormat.shortBody(body.contentType(), bytes.readByteString(), sensitive);
  }

  private long millisSince(long startedAt) {
    return TimeUnit.NANOSECONDS.toMillis(time.nanos() - startedAt);
  }

  /** Returns whether a level is on; a logger that throws counts as off. */
  private static boolean isOn(BooleanSupplier level) {
    try {
      return level.getAsBoolean();
    } catch (Throwable failure) {
      return false;
    }
  }

  /** Writes a line; a logger that throws does not fail the call. */
  private static void write(Runnable line) {
    try {
      line.run();
    } catch (Throwable failure) {
      // there is nowhere to log it
    }
  }
}
