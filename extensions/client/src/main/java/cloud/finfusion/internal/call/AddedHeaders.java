package cloud.finfusion.internal.call;

import cloud.finfusion.internal.check.OwnedHeaders;
import cloud.finfusion.internal.guard.Guard;
import java.util.List;
import java.util.Map;
import okhttp3.Request;

/**
 * The headers that listeners add to an attempt, without those that the SDK or HTTP writes, and
 * those that the call itself sets.
 */
final class AddedHeaders {
  private AddedHeaders() {}

  /** Adds names and values in turn. A header that HTTP does not allow is logged and left out. */
  static void to(Request.Builder request, List<String> namesAndValues, Map<String, String> ofCall) {
    for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
      String name = namesAndValues.get(i);
      String value = namesAndValues.get(i + 1);
      if (!OwnedHeaders.contain(name) && !ofCall.containsKey(name)) {
        Guard.run("a header of a listener", () -> request.header(name, value));
      }
    }
  }
}
