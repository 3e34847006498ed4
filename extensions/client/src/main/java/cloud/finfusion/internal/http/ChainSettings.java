package cloud.finfusion.internal.http;

import javax.net.SocketFactory;
import javax.net.ssl.HostnameVerifier;
import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this client that an interceptor can change for what comes after it, and must not:
 * changed, they would send a request again, store its response, show its credential or accept any
 * host.
 */
record ChainSettings(
    boolean retries,
    Authenticator authenticator,
    CookieJar cookies,
    @Nullable Cache cache,
    SocketFactory sockets,
    HostnameVerifier hostNames) {

  /** Returns the settings; null of an older OkHttp, whose interceptors cannot change them. */
  static @Nullable ChainSettings of(Interceptor.Chain chain) {
    try {
      return new ChainSettings(
          chain.getRetryOnConnectionFailure(),
          chain.getAuthenticator(),
          chain.getCookieJar(),
          chain.getCache(),
          chain.getSocketFactory(),
          chain.getHostnameVerifier());
    } catch (LinkageError older) {
      return null;
    }
  }
}
