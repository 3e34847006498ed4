package cloud.finfusion.pipeline;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.Operation;
import java.util.UUID;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** STAMP: gives a request what is the same on every attempt. The caller's own key wins. */
final class Stamp {
  /** Assumed: the header that names a request to its server and in its answer. */
  static final String REQUEST_ID = "X-Request-Id";

  /** Assumed: the header of the key that makes repeating a write safe. */
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final String userAgent;

  Stamp(Settings settings) {
    this.userAgent = settings.userAgent();
  }

  Request on(Request request, Journey journey) {
    String key = key(request, journey);
    journey.stamped(request.url().host(), key);
    Request.Builder stamped =
        request
            .newBuilder()
            .tag(Journey.class, journey)
            .header("User-Agent", userAgent)
            .header("Accept", "application/json")
            .header(REQUEST_ID, UUID.randomUUID().toString());
    if (key != null) {
      stamped.header(IDEMPOTENCY_KEY, key);
    }
    if (request.body() != null) {
      stamped.method(request.method(), new OneShotBody(request.body()));
    }
    return stamped.build();
  }

  private static @Nullable String key(Request request, Journey journey) {
    Operation operation = journey.operation();
    String own = journey.options().idempotencyKey();
    if (!operation.idempotent()) {
      if (own != null) {
        throw new InvalidArgumentException(
            operation.name() + " idempotencyKey", "this operation takes none. Leave it out");
      }
      return null;
    }
    if (own != null) {
      return own;
    }
    String header = request.header(IDEMPOTENCY_KEY);
    return header == null ? UUID.randomUUID().toString() : header;
  }
}
