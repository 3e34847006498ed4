package cloud.finfusion.pipeline;

import java.util.List;
import javax.net.ssl.X509TrustManager;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * What is taken of a user's own client: how it connects, and who watches. Named one by one: its
 * cache would keep answers, its authenticator send again, its host name verifier believe anybody.
 */
final class BaseClient {
  private BaseClient() {}

  static OkHttpClient.Builder connectingLike(OkHttpClient base) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .connectionPool(base.connectionPool())
            .dns(base.dns())
            .proxy(base.proxy())
            .proxySelector(base.proxySelector())
            .proxyAuthenticator(base.proxyAuthenticator())
            .socketFactory(base.socketFactory())
            .protocols(base.protocols())
            .certificatePinner(base.certificatePinner())
            .eventListenerFactory(base.eventListenerFactory());
    X509TrustManager trust = base.x509TrustManager();
    if (trust != null) {
      client.sslSocketFactory(base.sslSocketFactory(), trust);
    }
    fenceIn(base.interceptors(), client);
    return client;
  }

  /** Outside all of ours. */
  private static void fenceIn(List<Interceptor> users, OkHttpClient.Builder client) {
    if (!users.isEmpty()) {
      client.addInterceptor(Fence::around);
      users.forEach(client::addInterceptor);
      client.addInterceptor(Fence::within);
    }
  }
}
