package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.history.FinishedRequest;
import cloud.finfusion.sandbox.internal.history.Redaction;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Says of each request how it ended. No header, query or body is in it, and of the path only what
 * is no secret and no card number.
 */
final class RequestEnds {
  private static final String OPERATION = "operation";

  private RequestEnds() {}

  /** Remembers the operation that a request is for. */
  static void setOperation(Request request, Operation operation) {
    request.setAttribute(OPERATION, operation);
  }

  /** Reports when the response has been sent, or the connection was closed instead. */
  static void report(Request request, Response response, Consumer<FinishedRequest> ends) {
    long start = System.nanoTime();
    Request.addCompletionListener(
        request,
        failure -> {
          Duration time = Duration.ofNanos(System.nanoTime() - start);
          String status = failure == null ? String.valueOf(response.getStatus()) : "closed";
          ends.accept(finished(request, status, time));
        });
  }

  private static FinishedRequest finished(Request request, String status, Duration time) {
    return new FinishedRequest(
        Instant.now(),
        Redaction.method(request.getMethod()),
        Redaction.path(request.getHttpURI().getPath()),
        request.getAttribute(OPERATION) instanceof Operation found ? found.name() : null,
        status,
        Redaction.key(request.getHeaders().get(ApiRequest.IDEMPOTENCY_KEY)),
        time);
  }
}
