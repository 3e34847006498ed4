package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import java.net.URI;
import java.util.Map;

/** The responses that faults send in place of an operation's own. */
public final class FaultResponses {
  private FaultResponses() {}

  /** A status with the error envelope, or without a body if it is no error. */
  public static ApiResponse status(int status) {
    requireStatus(status);
    return status < 400
        ? ApiResponse.empty(status)
        : new ApiError(status, ErrorCode.of(status).message).response();
  }

  /** The 429 of a plan that allows so many requests, one more in a second. */
  public static ApiResponse rateLimited(int requests) {
    return status(429)
        .with(
            Map.of(
                "Retry-After", "1",
                "X-RateLimit-Limit", String.valueOf(requests),
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", "1"));
  }

  /** A page of HTML, as a proxy would send it. */
  public static ApiResponse html(int status) {
    String page = "<!DOCTYPE html>\n<html><body><h1>%d</h1></body></html>\n".formatted(status);
    return of(status, "text/html", page);
  }

  public static ApiResponse redirect(int status, URI location) {
    if (status < 300 || status > 399) {
      throw new IllegalArgumentException("A redirect has a status 300 to 399, not " + status);
    }
    return status(status).with(Map.of("Location", location.toString()));
  }

  public static ApiResponse of(int status, String contentType, String body) {
    requireStatus(status);
    return new ApiResponse(status, Map.of("Content-Type", contentType), body);
  }

  private static void requireStatus(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("A final HTTP status is 200 to 599, not " + status);
    }
  }
}
