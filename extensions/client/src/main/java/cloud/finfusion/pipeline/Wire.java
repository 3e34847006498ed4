package cloud.finfusion.pipeline;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * OkHttp without what it does by itself: no re-sending, no redirects, no limit of calls to one
 * host.
 */
final class Wire {
  static final String RETRY_AFTER = "Retry-After";

  /**
   * OkHttp obeys Retry-After: 0 by itself and throws on a large one; below us it has another name.
   */
  private static final String HIDDEN_RETRY_AFTER = "X-FinFusion-Retry-After";

  /** The dispatcher's own default allows 5 calls to a host. */
  private static final int MAX_CALLS = 256;

  private static final long IDLE_SECONDS = 1;

  private Wire() {}

  /** A client with these layers, outermost first. */
  static OkHttpClient client(Settings settings, Interceptor... layers) {
    Dispatcher dispatcher = new Dispatcher(threads());
    dispatcher.setMaxRequests(MAX_CALLS);
    dispatcher.setMaxRequestsPerHost(MAX_CALLS);
    OkHttpClient.Builder client =
        connecting(settings)
            .dispatcher(dispatcher)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionSpecs(specs(settings.baseUrl()))
            .connectTimeout(settings.connectTimeout())
            .readTimeout(Duration.ZERO) // each attempt has its own limit, as a whole: Attempts
            .writeTimeout(Duration.ZERO);
    List.of(layers).forEach(client::addInterceptor);
    client.addInterceptor(Wire::showRetryAfter).addNetworkInterceptor(Wire::hideRetryAfter);
    if (settings.httpClient() != null) {
      settings.httpClient().networkInterceptors().stream()
          .map(Fence::guarded)
          .forEach(client::addNetworkInterceptor);
    }
    return client.addNetworkInterceptor(Wire::markSent).build();
  }

  private static OkHttpClient.Builder connecting(Settings settings) {
    OkHttpClient base = settings.httpClient();
    OkHttpClient.Builder client =
        base == null ? new OkHttpClient.Builder() : BaseClient.connectingLike(base);
    if (settings.network() != null) {
      Network.apply(settings.network(), settings.baseUrl().host(), client);
    }
    if (!settings.baseUrl().isHttps()) {
      client.proxy(Proxy.NO_PROXY); // it would see the key
    }
    return client;
  }

  /** OkHttp's own keep an idle thread, and with it a program that is at its end, for a minute. */
  private static ExecutorService threads() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE, // the dispatcher's limit counts
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> new Thread(task, "finfusion-call"));
  }

  /** TLS 1.2 or newer (documented by the vendor); plain HTTP only to this machine. */
  private static List<ConnectionSpec> specs(HttpUrl baseUrl) {
    return List.of(baseUrl.isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT);
  }

  /** Last, so that what failed before it was not sent. */
  private static Response markSent(Interceptor.Chain chain) throws IOException {
    Journey.of(chain.request()).markSent();
    if (chain.call().isCanceled()) { // who cancelled may have said that nothing was sent
      throw new IOException("Canceled");
    }
    return chain.proceed(chain.request());
  }

  /** First, so that OkHttp sees none, whoever wrote it. */
  private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
    return renamed(chain.proceed(chain.request()), RETRY_AFTER, HIDDEN_RETRY_AFTER);
  }

  private static Response showRetryAfter(Interceptor.Chain chain) throws IOException {
    return renamed(chain.proceed(chain.request()), HIDDEN_RETRY_AFTER, RETRY_AFTER);
  }

  private static Response renamed(Response response, String from, String to) {
    String value = response.header(from);
    return value == null
        ? response
        : response.newBuilder().removeHeader(from).header(to, value).build();
  }
}
