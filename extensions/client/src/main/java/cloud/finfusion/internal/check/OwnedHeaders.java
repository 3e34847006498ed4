package cloud.finfusion.internal.check;

import java.util.Locale;
import java.util.Set;

/** The headers that the SDK or HTTP writes, which neither a caller nor a listener may set. */
public final class OwnedHeaders {
  private static final Set<String> NAMES =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "x-request-id");

  private OwnedHeaders() {}

  /** Returns whether a header is one of them, in any case. */
  public static boolean contain(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
