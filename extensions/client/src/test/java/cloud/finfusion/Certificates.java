package cloud.finfusion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Servers' certificates, and the one authority that this JVM trusts. It is made known as a company
 * makes its own known, by the JVM's trust store, so that clients are tested as users build them.
 * Other tests of TLS have another {@link Authority}, so none is disturbed.
 */
final class Certificates {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("tests").build();

  static {
    trust(AUTHORITY);
  }

  private Certificates() {}

  /** What a server at localhost should have. */
  static HandshakeCertificates good() {
    return trusted(certificate -> certificate);
  }

  static HandshakeCertificates expired() {
    long now = System.currentTimeMillis();
    long minute = TimeUnit.MINUTES.toMillis(1);
    return trusted(certificate -> certificate.validityInterval(now - 2 * minute, now - minute));
  }

  static HandshakeCertificates ofAnotherHost() {
    return of(
        new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("elsewhere.example")
            .build());
  }

  static HandshakeCertificates selfSigned() {
    return of(new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build());
  }

  private static HandshakeCertificates trusted(UnaryOperator<HeldCertificate.Builder> change) {
    HeldCertificate.Builder ofLocalhost =
        new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName("localhost");
    return of(change.apply(ofLocalhost).build());
  }

  private static HandshakeCertificates of(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build();
  }

  private static void trust(HeldCertificate authority) {
    try {
      Path file = Files.createTempFile("trusted", ".jks");
      file.toFile().deleteOnExit();
      KeyStore store = KeyStore.getInstance("JKS"); // is read without a password
      store.load(null, null);
      store.setCertificateEntry("tests", authority.certificate());
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, "trusted".toCharArray());
      }
      System.setProperty("javax.net.ssl.trustStore", file.toString());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
