package cloud.finfusion.internal.http;

import cloud.finfusion.internal.call.ProxyLoginException;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Logs in to a proxy, once: a login that was refused would be refused again. */
final class ProxyLogin implements Authenticator {
  private static final String HEADER = "Proxy-Authorization";

  private final @Nullable String credentials;

  ProxyLogin(@Nullable PasswordAuthentication login) {
    credentials =
        login == null
            ? null
            : Credentials.basic(
                login.getUserName(), String.valueOf(login.getPassword()), StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response asked)
      throws ProxyLoginException {
    if (!asked.request().method().equals("CONNECT")) {
      return null; // the server asks, through the tunnel: it must not learn the proxy's login
    }
    if (credentials == null && isBeforeFirst(asked)) {
      return null;
    }
    if (credentials == null || asked.request().header(HEADER) != null) {
      throw new ProxyLoginException();
    }
    return asked.request().newBuilder().header(HEADER, credentials).build();
  }

  /** OkHttp asks once before the proxy does. */
  private static boolean isBeforeFirst(Response asked) {
    return asked.challenges().stream()
        .anyMatch(each -> each.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
  }
}
