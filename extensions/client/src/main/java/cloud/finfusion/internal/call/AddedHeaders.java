package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import java.util.List;
import okhttp3.Request;

/** The headers that listeners add to an attempt, without those that the SDK or HTTP writes. */
final class AddedHeaders {
  private static final List<String> RESERVED =
      List.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "host",
          "idempotency-key",
          "transfer-encoding",
          "user-agent",
          "x-request-id");

  private AddedHeaders() {}

  /** Adds names and values in turn. A header that HTTP does not allow is logged and left out. */
  static void to(Request.Builder request, List<String> namesAndValues) {
    for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
      String name = namesAndValues.get(i);
      String value = namesAndValues.get(i + 1);
      if (RESERVED.stream().noneMatch(name::equalsIgnoreCase)) {
        Guard.run("a header of a listener", () -> request.header(name, value));
      }
    }
  }
}
