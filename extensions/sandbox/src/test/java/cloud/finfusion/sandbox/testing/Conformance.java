package cloud.finfusion.sandbox.testing;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Router;
import cloud.finfusion.sandbox.internal.spec.Spec;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Compares each response that a test gets with the specification. */
final class Conformance {
  private static final Router ROUTER = new Router(Spec.bundled().operations());

  private Conformance() {}

  /** Fails if the sandbox responds to an operation otherwise than the specification says. */
  static void check(HttpResponse<String> response) {
    HttpRequest request = response.request();
    ApiRequest sent =
        new ApiRequest(request.method(), request.uri().getRawPath(), "", Map.of(), Map.of(), "");
    ROUTER
        .find(sent)
        .map(op -> Spec.bundled().responses().errors(op, response.statusCode(), response.body()))
        .filter(errors -> !errors.isEmpty())
        .ifPresent(
            errors -> {
              throw new AssertionError(
                  "%s responded with %d %s, where: %s"
                      .formatted(sent, response.statusCode(), response.body(), errors));
            });
  }
}
