package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import java.net.URI;
import java.util.Map;

/**
 * Faults that send another response in place of the operation's own. Unless a method says
 * otherwise, the work is not done.
 */
public final class ResponseFaults {
  private ResponseFaults() {}

  /** A status with the error envelope, or without a body if it is no error. */
  public static NamedFault status(int status) {
    return status(status, Map.of());
  }

  /** As {@link #status(int)}, with these headers. */
  public static NamedFault status(int status, Map<String, String> headers) {
    return named(String.valueOf(status), standard(status).with(headers));
  }

  /** The 429 of a plan that allows so many requests, one more in a second. */
  public static NamedFault rateLimited(int requests) {
    return status(
        429,
        Map.of(
            "Retry-After", "1",
            "X-RateLimit-Limit", String.valueOf(requests),
            "X-RateLimit-Remaining", "0",
            "X-RateLimit-Reset", "1"));
  }

  /** A page of HTML, as a proxy would send it. */
  public static NamedFault html(int status) {
    String page = "<!DOCTYPE html>\n<html><body><h1>%d</h1></body></html>\n".formatted(status);
    return named(status + " html", response(status, "text/html", page));
  }

  /** A redirect to this location. */
  public static NamedFault redirect(int status, URI location) {
    if (status < 300 || status > 399) {
      throw new IllegalArgumentException("A redirect has a status 300 to 399, not " + status);
    }
    ApiResponse redirect = standard(status).with(Map.of("Location", location.toString()));
    return named(status + " redirect", redirect);
  }

  /** This response after the work, which is done. */
  public static NamedFault afterWork(int status, String contentType, String body) {
    ApiResponse response = response(status, contentType, body);
    return new NamedFault(status + " response", Fault.afterWork(response));
  }

  private static NamedFault named(String name, ApiResponse response) {
    return new NamedFault(name, Fault.beforeWork(response));
  }

  private static ApiResponse standard(int status) {
    requireStatus(status);
    return status < 400
        ? ApiResponse.empty(status)
        : new ApiError(status, ErrorCode.of(status).message).response();
  }

  private static ApiResponse response(int status, String contentType, String body) {
    requireStatus(status);
    return new ApiResponse(status, Map.of("Content-Type", contentType), body);
  }

  private static void requireStatus(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("A final HTTP status is 200 to 599, not " + status);
    }
  }
}
