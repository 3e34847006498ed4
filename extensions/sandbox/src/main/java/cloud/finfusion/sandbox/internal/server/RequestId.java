package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.http.RandomText;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** The id that a response carries, and by which its request can be found. */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  private static final Pattern PLAUSIBLE = Pattern.compile("[\\x21-\\x7E]{1,100}");

  private RequestId() {}

  /** The id that the client sent if it is plausible, else a new one. */
  static String of(Request request) {
    String given = request.getHeaders().get(HEADER);
    return given != null && PLAUSIBLE.matcher(given).matches() ? given : "req_" + RandomText.of(16);
  }
}
