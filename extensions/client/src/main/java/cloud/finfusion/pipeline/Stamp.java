package cloud.finfusion.pipeline;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.UUID;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** STAMP: gives a request what is the same on every attempt. The caller's own key wins. */
final class Stamp {
  /** Assumed: the header that names a request to its server and in its answer. */
  static final String REQUEST_ID = "X-Request-Id";

  /** Assumed: the header of the key that makes repeating a write safe. */
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final String userAgent;
  private final Idempotency idempotency;

  Stamp(Settings settings) {
    this.userAgent = settings.userAgent();
    this.idempotency = settings.idempotency();
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

  /**
   * The caller's own key, or one of the caller's reference, or a new one; null if none may be sent.
   */
  private @Nullable String key(Request request, Journey journey) {
    CallOptions options = journey.options();
    String header = request.header(IDEMPOTENCY_KEY);
    String own = options.idempotencyKey() == null ? header : options.idempotencyKey();
    boolean wanted = own != null || options.idempotencyReference() != null;
    if (!journey.operation().idempotent()) {
      return none(wanted, journey, "this operation takes none. Leave it out");
    }
    if (idempotency == Idempotency.OFF) {
      return none(wanted, journey, "the client's idempotency is off. Turn it on, or leave it out");
    }
    if (own != null) {
      return own;
    }
    return options.idempotencyReference() == null
        ? UUID.randomUUID().toString()
        : derived(journey.operation().name(), options.idempotencyReference());
  }

  private static @Nullable String none(boolean wanted, Journey journey, String why) {
    if (wanted) {
      throw new InvalidArgumentException(journey.operation().name() + " idempotencyKey", why);
    }
    return null;
  }

  /** Bound to the operation, so that a reference may be used for a payment and for its refund. */
  private static String derived(String operation, String reference) {
    return ByteString.encodeUtf8(operation + '\n' + reference).sha256().hex();
  }
}
