package cloud.finfusion.internal.http;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.access.NetworkSecrets;
import cloud.finfusion.network.NetworkOptions;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.CertificatePinner;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Applies {@link NetworkOptions} to OkHttp; settings left out stay as they are. */
final class NetworkSettings {
  private NetworkSettings() {}

  static void apply(NetworkOptions options, String host, OkHttpClient.Builder client) {
    NetworkSecrets secrets = Access.of(NetworkOptions.class, options);
    if (options.proxy() != null) {
      client.proxy(options.proxy()).proxyAuthenticator(new ProxyLogin(secrets.proxyLogin()));
    }
    if (secrets.trust() != null || secrets.clientCertificate() != null) {
      secure(secrets.trust(), secrets.clientCertificate(), client);
    }
    if (!options.pins().isEmpty()) {
      client.certificatePinner(pinner(options, host));
    }
  }

  private static void secure(
      @Nullable X509TrustManager own,
      @Nullable X509KeyManager certificate,
      OkHttpClient.Builder client) {
    X509TrustManager trust = own == null ? client.build().x509TrustManager() : own;
    KeyManager[] keys = certificate == null ? null : new KeyManager[] {certificate};
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {trust}, null);
      client.sslSocketFactory(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException noTls) {
      throw new ConfigurationException("network", "expected a JVM with TLS, got none.", noTls);
    }
  }

  private static CertificatePinner pinner(NetworkOptions options, String host) {
    CertificatePinner.Builder pins = new CertificatePinner.Builder();
    options.pins().forEach((where, keys) -> pins.add(where, keys.toArray(String[]::new)));
    CertificatePinner pinner = pins.build();
    if (pinner.findMatchingPins(host).isEmpty()) {
      throw new ConfigurationException(
          "network.pin",
          "expected a pin for the host of the base URL, "
              + host
              + ", got only for "
              + options.pins().keySet()
              + ". Correct it or leave it out.");
    }
    return pinner;
  }
}
