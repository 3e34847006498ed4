package cloud.finfusion.testing;

import cloud.finfusion.network.NetworkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.TimeUnit;
import okhttp3.CertificatePinner;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority that no JVM trusts by default, and its certificates. */
public final class TestCa {
  public static final String PASSWORD = "CANARY-password";

  private final HeldCertificate itself =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("a company").build();

  /** What a server of this name has; it takes clients that this authority knows. */
  public HandshakeCertificates server(String host) {
    return server(certificate(host).build());
  }

  /** What a server of this name has that did not renew its certificate. */
  public HandshakeCertificates expired(String host) {
    long now = System.currentTimeMillis();
    long day = TimeUnit.DAYS.toMillis(1);
    return server(certificate(host).validityInterval(now - 2 * day, now - day).build());
  }

  private HandshakeCertificates server(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .addTrustedCertificate(itself.certificate())
        .build();
  }

  private HeldCertificate.Builder certificate(String host) {
    return new HeldCertificate.Builder()
        .signedBy(itself)
        .addSubjectAlternativeName(host)
        .commonName(host);
  }

  /** What a client that trusts this authority has. */
  public HandshakeCertificates client() {
    return new HandshakeCertificates.Builder().addTrustedCertificate(itself.certificate()).build();
  }

  /** How a client under test is made to trust this authority: by itself, not by its JVM. */
  public NetworkOptions trusted() {
    try {
      return NetworkOptions.builder().trustStore(trustStore()).build();
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  public KeyStore trustStore() throws Exception {
    KeyStore store = empty();
    store.setCertificateEntry("authority", itself.certificate());
    return store;
  }

  /** A client's certificate with its key. */
  public KeyStore clientStore(String name) throws Exception {
    HeldCertificate held = certificate(name).build();
    KeyStore store = empty();
    store.setKeyEntry(
        "client",
        held.keyPair().getPrivate(),
        PASSWORD.toCharArray(),
        new Certificate[] {held.certificate(), itself.certificate()});
    return store;
  }

  public String pem() {
    return itself.certificatePem();
  }

  public String pin() {
    return CertificatePinner.pin(itself.certificate());
  }

  public static Path file(Path folder, KeyStore store) throws Exception {
    Path file = folder.resolve("store.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private static KeyStore empty() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
