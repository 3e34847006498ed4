package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox received, with any outcome. The body is not kept, and {@link
 * #toString()} shows no header, because both hold secrets.
 */
public final class ReceivedRequest {
  private final ApiRequest request;
  private final @Nullable String operation;

  ReceivedRequest(ApiRequest request, @Nullable String operation) {
    this.request =
        new ApiRequest(
            request.method(),
            request.path(),
            request.rawQuery(),
            request.query(),
            request.headers(),
            "");
    this.operation = operation;
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

  /** The operation's name, such as {@code payments.create}; null when there is none at the path. */
  public @Nullable String operation() {
    return operation;
  }

  /** Method, path and operation. */
  @Override
  public String toString() {
    return request + " (" + operation + ")";
  }
}
