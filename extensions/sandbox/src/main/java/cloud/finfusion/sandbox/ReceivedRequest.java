package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox received, with any outcome. The body is not kept, and {@link
 * #toString()} shows no header, because both hold secrets.
 */
public final class ReceivedRequest {
  private final ApiRequest request;
  private final @Nullable String operationId;

  ReceivedRequest(ApiRequest request, @Nullable String operationId) {
    this.request =
        new ApiRequest(
            request.method(),
            request.path(),
            request.rawQuery(),
            request.query(),
            request.headers(),
            "");
    this.operationId = operationId;
  }

  /** The HTTP method, in upper case. */
  public String method() {
    return request.method();
  }

  /** The path as it was sent, still encoded. */
  public String path() {
    return request.path();
  }

  /** The query as it was sent, still encoded; empty when there was none. */
  public String query() {
    return request.rawQuery();
  }

  /** The first value of a header, null when it was not sent; header names are case-insensitive. */
  public @Nullable String header(String name) {
    return request.header(name);
  }

  /** The operation of the specification, null when path or method are not in it. */
  public @Nullable String operationId() {
    return operationId;
  }

  /** Method, path and operation. */
  @Override
  public String toString() {
    return request + " (" + operationId + ")";
  }
}
