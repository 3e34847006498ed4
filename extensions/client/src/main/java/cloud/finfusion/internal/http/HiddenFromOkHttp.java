package cloud.finfusion.internal.http;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hides from OkHttp what it would act on by itself: OkHttp obeys {@code Retry-After: 0}, throws on
 * a large value, and takes a 407 of the server for one of a proxy.
 */
final class HiddenFromOkHttp {
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HIDDEN_RETRY_AFTER = "X-FinFusion-Retry-After";
  private static final String HIDDEN_STATUS = "X-FinFusion-Status";
  private static final int PROXY_LOGIN = 407;

  /** A status that OkHttp does not act on. */
  private static final int OF_NO_MEANING = 499;

  private HiddenFromOkHttp() {}

  /**
   * Hides them. Runs as the outermost network interceptor, so that headers added by other
   * interceptors are hidden too.
   */
  static Response hide(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Response shown = renamed(response, RETRY_AFTER, HIDDEN_RETRY_AFTER);
    return shown.code() == PROXY_LOGIN
        ? shown.newBuilder().code(OF_NO_MEANING).header(HIDDEN_STATUS, "407").build()
        : shown;
  }

  /** Restores what was hidden. */
  static Response show(Response response) {
    Response shown = renamed(response, HIDDEN_RETRY_AFTER, RETRY_AFTER);
    return shown.code() == OF_NO_MEANING && shown.header(HIDDEN_STATUS) != null
        ? shown.newBuilder().code(PROXY_LOGIN).removeHeader(HIDDEN_STATUS).build()
        : shown;
  }

  /**
   * Renames all values of a header, unchanged: OkHttp's own setter refuses values that are not
   * ASCII.
   */
  private static Response renamed(Response response, String from, String to) {
    if (response.header(from) == null) {
      return response;
    }
    Headers.Builder headers = response.headers().newBuilder().removeAll(from);
    response.headers(from).forEach(value -> headers.addUnsafeNonAscii(to, value));
    return response.newBuilder().headers(headers.build()).build();
  }
}
