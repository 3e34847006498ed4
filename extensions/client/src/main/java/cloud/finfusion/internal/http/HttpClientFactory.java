package cloud.finfusion.internal.http;

import cloud.finfusion.internal.options.ClientOptions;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Makes an OkHttp client that does nothing by itself: no re-sending, no redirects, no limit of
 * calls to one host.
 */
public final class HttpClientFactory {
  /** The dispatcher's own default allows 5 calls to a host. */
  private static final int MAX_CALLS = 256;

  private static final long IDLE_THREAD_SECONDS = 1;
  private static final long IDLE_CONNECTION_MINUTES = 5;

  private HttpClientFactory() {}

  /**
   * Makes a client with these application interceptors, outermost first, inside those of the
   * caller.
   */
  public static OkHttpClient create(ClientOptions options, Interceptor... layers) {
    OkHttpClient.Builder client =
        connecting(options)
            .dispatcher(dispatcher())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionSpecs(specs(options.baseUrl()))
            .connectTimeout(options.connectTimeout())
            .readTimeout(Duration.ZERO) // each attempt as a whole has a time limit
            .writeTimeout(Duration.ZERO);
    if (options.logContext()) {
      client.interceptors().add(0, new LogContextInterceptor());
    }
    List.of(layers).forEach(client::addInterceptor);
    client.addInterceptor(new ObserveAttempt(options.time()));
    client.addNetworkInterceptor(HiddenFromOkHttp::hide);
    if (options.httpClient() != null) {
      options.httpClient().networkInterceptors().stream()
          .map(InterceptorGuard::network)
          .forEach(client::addNetworkInterceptor);
    }
    return client.addNetworkInterceptor(new WireInterceptor()).build();
  }

  private static OkHttpClient.Builder connecting(ClientOptions options) {
    OkHttpClient base = options.httpClient();
    OkHttpClient.Builder client =
        base == null
            ? new OkHttpClient.Builder().connectionPool(pool(options.maxConcurrent()))
            : BaseClient.connectingLike(base);
    if (base == null || base.socketFactory() == SocketFactory.getDefault()) {
      client.socketFactory(new TrackedSockets());
    }
    if (options.network() != null) {
      NetworkSettings.apply(options.network(), options.baseUrl().host(), client);
    }
    if (!options.baseUrl().isHttps()) {
      client.proxy(Proxy.NO_PROXY); // a proxy would see the key
    }
    return client;
  }

  /**
   * Keeps as many idle connections as there may be calls at once, or the next wave would connect
   * anew.
   */
  private static ConnectionPool pool(int maxConcurrent) {
    return new ConnectionPool(
        Math.min(maxConcurrent, MAX_CALLS), IDLE_CONNECTION_MINUTES, TimeUnit.MINUTES);
  }

  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(threads());
    dispatcher.setMaxRequests(MAX_CALLS);
    dispatcher.setMaxRequestsPerHost(MAX_CALLS);
    return dispatcher;
  }

  /**
   * Makes threads that end after a second: OkHttp's own stay idle for a minute and keep a finished
   * program alive.
   */
  private static ExecutorService threads() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE, // the dispatcher limits the number
        IDLE_THREAD_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> new Thread(null, task, "finfusion-call", 0, false)); // inherits no caller's values
  }

  /** TLS 1.2 or newer (documented by the vendor); plain HTTP only to this machine. */
  private static List<ConnectionSpec> specs(HttpUrl baseUrl) {
    return List.of(baseUrl.isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT);
  }
}
