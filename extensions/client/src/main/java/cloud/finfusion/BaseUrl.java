package cloud.finfusion;

import cloud.finfusion.error.ConfigurationException;
import java.net.URI;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where requests may go: HTTPS anywhere, plain HTTP to this machine only. */
final class BaseUrl {
  static final URI DOCUMENTED = URI.create("https://api.finfusion.cloud");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

  private BaseUrl() {}

  static HttpUrl checked(URI uri) {
    HttpUrl url = HttpUrl.get(checkedText(uri));
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  private static String checkedText(URI uri) {
    HttpUrl url = parse(uri);
    refuseIf(url == null, "an absolute http or https URL", "another text");
    refuseIf(uri.getRawUserInfo() != null, "a URL without user info", "one with it");
    refuseIf(uri.getRawQuery() != null, "a URL without a query", "one with it");
    refuseIf(uri.getRawFragment() != null, "a URL without a fragment", "one with it");
    boolean local = url != null && THIS_MACHINE.contains(url.host());
    refuseIf(
        url != null && !url.isHttps() && !local,
        "https, or http to this machine",
        "http to another host");
    return uri.toString();
  }

  private static @Nullable HttpUrl parse(URI uri) {
    return HttpUrl.parse(uri.toString());
  }

  private static void refuseIf(boolean wrong, String expected, String got) {
    if (wrong) {
      throw new ConfigurationException(
          "baseUrl", "expected " + expected + ", got " + got + ". Correct it or leave it out.");
    }
  }
}
