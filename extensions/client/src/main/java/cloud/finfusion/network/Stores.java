package cloud.finfusion.network;

import cloud.finfusion.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Reads key stores and makes TLS managers of them. Errors name the option and never a password. */
final class Stores {
  static final String TRUST = "network.trust";
  static final String CLIENT = "network.clientCertificate";

  private Stores() {}

  static KeyStore read(String option, Path file, String password) {
    try {
      return KeyStore.getInstance(file.toFile(), password.toCharArray());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
      String expected = "expected a PKCS 12 or JKS file that its password opens, got ";
      throw wrong(option, expected + file + ", which it does not", unreadable);
    }
  }

  static KeyStore readPem(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + store.size(), each);
      }
      return store;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw wrong(
          TRUST, "expected certificates as PEM, got " + file + ", which is none", unreadable);
    }
  }

  static X509TrustManager trustManager(KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
      if (manager.getAcceptedIssuers().length == 0) {
        throw wrong(TRUST, "expected at least one certificate to trust, got none", null);
      }
      return manager;
    } catch (GeneralSecurityException unusable) {
      throw wrong(TRUST, "expected certificates that Java can use, got others", unusable);
    }
  }

  static X509KeyManager keyManager(KeyStore store, String password) {
    try {
      boolean signs = false;
      for (String alias : Collections.list(store.aliases())) {
        signs |= store.isKeyEntry(alias);
      }
      if (!signs) {
        throw wrong(CLIENT, "expected a certificate with its private key, got no key", null);
      }
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password.toCharArray());
      return (X509KeyManager) factory.getKeyManagers()[0];
    } catch (GeneralSecurityException unusable) {
      throw wrong(CLIENT, "expected a private key that the password opens, got another", unusable);
    }
  }

  private static ConfigurationException wrong(
      String option, String sentence, @Nullable Exception cause) {
    return new ConfigurationException(option, sentence + ". Correct it or leave it out.", cause);
  }
}
