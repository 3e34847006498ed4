package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;

import cloud.finfusion.testing.BaseClients;
import cloud.finfusion.testing.Thrower;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** The parts of a caller's own HTTP client that throw, by TLS and through a proxy. */
final class ForeignSecureClients {
  private static final String NOT_CONNECTED =
      "ConnectionException not_sent, 0 sent, 0 used, then done";

  private ForeignSecureClients() {}

  static List<ForeignRow> rows() {
    return List.of(
        row("proxySelector(ProxySelector)", ForeignSecureClients::selector),
        row("proxyAuthenticator(Authenticator)", ForeignSecureClients::login),
        row("sslSocketFactory(SSLSocketFactory)", ForeignSecureClients::sockets),
        row("sslSocketFactory(X509TrustManager)", ForeignSecureClients::trust));
  }

  private static ForeignRow row(String method, BiConsumer<OkHttpClient.Builder, Thrower> code) {
    ForeignCall call =
        ForeignCall.with(
            (client, thrower) -> {
              OkHttpClient.Builder base = BaseClients.base();
              code.accept(base, thrower);
              client.httpClient(base.build());
            });
    return ends(
        "OkHttpClient.Builder." + method,
        NOT_CONNECTED,
        call.to(() -> BaseClients.secure("localhost")));
  }

  private static void selector(OkHttpClient.Builder client, Thrower thrower) {
    client.proxySelector(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return thrower.or(List.of(Proxy.NO_PROXY));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            thrower.run();
          }
        });
  }

  /** A proxy that nobody listens at, while it throws: the login is asked for first. */
  private static void login(OkHttpClient.Builder client, Thrower thrower) {
    Proxy nowhere = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", 1));
    client.proxySelector(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(thrower.isArmed() ? nowhere : Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    client.proxyAuthenticator((route, response) -> thrower.or(response.request()));
  }

  private static void sockets(OkHttpClient.Builder client, Thrower thrower) {
    var trusting = BaseClients.AUTHORITY.client();
    client.sslSocketFactory(
        new Sockets(trusting.sslSocketFactory(), thrower), trusting.trustManager());
  }

  private static void trust(OkHttpClient.Builder client, Thrower thrower) {
    X509TrustManager manager = new Trust(BaseClients.AUTHORITY.client().trustManager(), thrower);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      client.sslSocketFactory(context.getSocketFactory(), manager);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private record Trust(X509TrustManager trusting, Thrower thrower) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws java.security.cert.CertificateException {
      thrower.run();
      trusting.checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return trusting.getAcceptedIssuers();
    }
  }

  private static final class Sockets extends SSLSocketFactory {
    private final SSLSocketFactory plain;
    private final Thrower thrower;

    Sockets(SSLSocketFactory plain, Thrower thrower) {
      this.plain = plain;
      this.thrower = thrower;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
        throws IOException {
      thrower.run();
      return plain.createSocket(socket, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return plain.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return plain.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, java.net.InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(java.net.InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(
        java.net.InetAddress host, int port, java.net.InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
