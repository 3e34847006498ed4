package cloud.finfusion.internal.call;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.UUID;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * HEADERS: the headers that are the same on each attempt of a call. The caller's own idempotency
 * key wins.
 *
 * @param host the host of the call, for messages
 * @param userAgent the value of User-Agent
 * @param idempotencyKey the idempotency key; null if none may be sent
 */
public record CallHeaders(String host, String userAgent, @Nullable String idempotencyKey) {
  /** Assumed: the header with the id of a request, in requests and responses. */
  public static final String REQUEST_ID = "X-Request-Id";

  /** Assumed: the header of the key that makes repeating a write safe. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /**
   * Returns the headers of one call.
   *
   * @throws InvalidArgumentException if the call names a key that may not be sent
   */
  static CallHeaders of(
      Request request,
      OperationContext operation,
      CallOptions options,
      String userAgent,
      Idempotency idempotency) {
    String key = key(request, operation, options, idempotency);
    return new CallHeaders(request.url().host(), userAgent, key);
  }

  /** Returns the request of one attempt, not signed yet, with the id of its call. */
  Request.Builder on(Request request, String callId) {
    Request.Builder with = request.newBuilder();
    add("User-Agent", userAgent, request, with);
    add(REQUEST_ID, callId, request, with);
    add("Accept", "application/json", request, with);
    if (idempotencyKey != null) {
      with.header(IDEMPOTENCY_KEY, idempotencyKey);
    }
    RequestBody body = request.body();
    return body == null ? with : with.method(request.method(), new OneShotBody(body));
  }

  /**
   * Unless the operation says another: its media type, or what its caller gives for a parameter.
   */
  private static void add(String name, String value, Request request, Request.Builder with) {
    if (request.header(name) == null) {
      with.header(name, value);
    }
  }

  private static @Nullable String key(
      Request request, OperationContext operation, CallOptions options, Idempotency idempotency) {
    String own = own(options, request);
    boolean wanted = own != null || options.idempotencyReference() != null;
    if (!operation.idempotent()) {
      return none(wanted, operation, "this operation takes none. Leave it out");
    }
    if (idempotency == Idempotency.OFF) {
      return none(
          wanted, operation, "the client's idempotency is off. Turn it on, or leave it out");
    }
    return own == null ? made(operation, options.idempotencyReference()) : own;
  }

  private static @Nullable String own(CallOptions options, Request request) {
    String key = options.idempotencyKey();
    return key == null ? request.header(IDEMPOTENCY_KEY) : key;
  }

  private static @Nullable String none(boolean wanted, OperationContext operation, String why) {
    if (wanted) {
      throw new InvalidArgumentException(operation.name() + " idempotencyKey", why);
    }
    return null;
  }

  /**
   * Derives the key from the operation too, so that one reference serves a payment and its refund.
   */
  private static String made(OperationContext operation, @Nullable String reference) {
    return reference == null
        ? UUID.randomUUID().toString()
        : ByteString.encodeUtf8(operation.name() + '\n' + reference).sha256().hex();
  }
}
