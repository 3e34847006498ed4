package cloud.finfusion.internal.access;

import java.net.PasswordAuthentication;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What {@code NetworkOptions} show to the SDK.
 *
 * @param proxyLogin the name and password for the proxy; null if there are none
 * @param trust decides which servers are trusted; null for the JVM's choice
 * @param clientCertificate presents a certificate to a server that asks for one; null for none
 */
public record NetworkSecrets(
    @Nullable PasswordAuthentication proxyLogin,
    @Nullable X509TrustManager trust,
    @Nullable X509KeyManager clientCertificate) {
  @Override
  public String toString() {
    return "NetworkSecrets";
  }
}
