package cloud.finfusion;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.check.ThisMachine;
import java.net.URI;
import okhttp3.HttpUrl;

/** Where requests may go: HTTPS anywhere, plain HTTP to this machine only. */
final class BaseUrl {
  static final URI DOCUMENTED = URI.create("https://api.finfusion.cloud");

  private BaseUrl() {}

  static HttpUrl checked(URI uri) {
    HttpUrl url = parsed(uri);
    refuseIf(
        !url.username().isEmpty() || !url.password().isEmpty(),
        "a URL without user info",
        "one with it");
    refuseIf(url.query() != null, "a URL without a query", "one with it");
    refuseIf(url.fragment() != null, "a URL without a fragment", "one with it");
    boolean local = ThisMachine.is(url.host());
    refuseIf(!url.isHttps() && !local, "https, or http to this machine", "http to another host");
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  /** Parsed by OkHttp, which sends the requests: another parser may miss the user info in a URL. */
  private static HttpUrl parsed(URI uri) {
    HttpUrl url = uri.isOpaque() ? null : HttpUrl.parse(uri.toString());
    if (url == null) {
      throw refusal("an absolute http or https URL", "another text");
    }
    return url;
  }

  private static void refuseIf(boolean wrong, String expected, String got) {
    if (wrong) {
      throw refusal(expected, got);
    }
  }

  private static ConfigurationException refusal(String expected, String got) {
    return new ConfigurationException(
        "baseUrl", "expected " + expected + ", got " + got + ". Correct it or leave it out.");
  }
}
