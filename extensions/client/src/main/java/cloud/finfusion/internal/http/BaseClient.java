package cloud.finfusion.internal.http;

import java.util.List;
import javax.net.ssl.X509TrustManager;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * What is taken of a caller's own client: how it connects, and who observes. Named one by one: its
 * cache would keep responses, its authenticator send again, its host name verifier believe anybody.
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

  /** Outside all of the SDK's. */
  private static void guard(List<Interceptor> users, OkHttpClient.Builder client) {
    if (!users.isEmpty()) {
      client.addInterceptor(InterceptorGuard::outer);
      users.forEach(client::addInterceptor);
      client.addInterceptor(InterceptorGuard::inner);
    }
  }
}
