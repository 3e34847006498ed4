package cloud.finfusion.internal.http;

import java.util.List;
import javax.net.ssl.X509TrustManager;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The settings taken from a caller's own client: how it connects, and its listeners. They are
 * copied one by one, since its cache would store responses, its authenticator would send requests
 * again and its host name verifier could accept any host.
 */
final class BaseClient {
  private BaseClient() {}

  static OkHttpClient.Builder connectingLike(OkHttpClient base) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .connectionPool(base.connectionPool())
            .dns(base.dns())
            .proxy(base.proxy())
            .proxySelector(new GuardedProxySelector(base.proxySelector()))
            .proxyAuthenticator(base.proxyAuthenticator())
            .socketFactory(base.socketFactory())
            .protocols(base.protocols())
            .certificatePinner(base.certificatePinner())
            .eventListenerFactory(GuardedEvents.factory(base.eventListenerFactory()));
    X509TrustManager trust = base.x509TrustManager();
    if (trust != null) {
      client.sslSocketFactory(base.sslSocketFactory(), trust);
    }
    guard(base.interceptors(), client);
    return client;
  }

  /** Adds the caller's interceptors outside the SDK's. */
  private static void guard(List<Interceptor> users, OkHttpClient.Builder client) {
    if (!users.isEmpty()) {
      client.addInterceptor(InterceptorGuard::outer);
      users.forEach(client::addInterceptor);
      client.addInterceptor(InterceptorGuard::inner);
    }
  }
}
