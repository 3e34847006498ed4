package cloud.finfusion.network;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.access.NetworkSecrets;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made where the defaults of the JVM do not fit: a proxy, a company's own
 * certificate authority, a client certificate, pins. TLS 1.2 or newer is always required
 * (documented by the vendor), and certificate and host are always checked; no option turns that
 * off. Files are read once, by {@link Builder#build}. Immutable and thread-safe.
 */
public final class NetworkOptions {
  static {
    Access.register(NetworkOptions.class, NetworkOptions::secrets);
  }

  private final @Nullable Proxy proxy;
  // transient: no secret where fields are printed
  private final transient @Nullable PasswordAuthentication proxyLogin;
  private final transient @Nullable X509TrustManager trust;
  private final transient @Nullable X509KeyManager clientCertificate;
  private final Map<String, Set<String>> pins;

  private NetworkOptions(Builder builder) {
    proxy = builder.proxy;
    proxyLogin = builder.proxyLogin;
    trust = builder.trust == null ? null : Stores.trustManager(builder.trust.get());
    clientCertificate = builder.clientCertificate == null ? null : builder.clientCertificate.get();
    pins = Collections.unmodifiableMap(new LinkedHashMap<>(builder.pins));
  }

  /** Returns a new builder; settings left out are the JVM's. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the proxy; null for the JVM's. */
  public @Nullable Proxy proxy() {
    return proxy;
  }

  /** Returns the pins of each host. */
  public Map<String, Set<String>> pins() {
    return pins;
  }

  private NetworkSecrets secrets() {
    return new NetworkSecrets(proxyLogin, trust, clientCertificate);
  }

  /** Shows what is set; never a name, password or key. */
  @Override
  public String toString() {
    return "NetworkOptions{proxy="
        + (proxy == null ? "the JVM's" : proxy.address())
        + (proxyLogin == null ? "" : " with a password")
        + ", trust="
        + (trust == null ? "the JVM's" : "own")
        + ", clientCertificate="
        + (clientCertificate == null ? "none" : "own")
        + ", pins of "
        + pins.keySet()
        + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final int MAX_PORT = 65_535;
    private static final String PROXY = "network.proxy";
    private static final String TRUST = Stores.TRUST;
    private static final String CERTIFICATE = Stores.CLIENT;

    private final Map<String, Set<String>> pins = new LinkedHashMap<>();
    private @Nullable Proxy proxy;
    private transient @Nullable PasswordAuthentication proxyLogin; // no secret in printed fields
    private transient @Nullable Supplier<KeyStore> trust;
    private transient @Nullable Supplier<X509KeyManager> clientCertificate;

    private Builder() {}

    /**
     * An HTTP proxy, through which TLS is tunnelled: the proxy sees the host, never a key. Default:
     * the JVM's ({@code https.proxyHost}). Plain HTTP to this machine uses no proxy.
     *
     * @throws ConfigurationException if the host or the port cannot be one
     */
    public Builder proxy(String host, int port) {
      InvalidArgumentException.unlessPresent(PROXY, host);
      if (host.isBlank() || port < 1 || port > MAX_PORT) {
        throw new ConfigurationException(
            PROXY, "expected a host and a port of 1 to 65535, got another. Give both.");
      }
      return proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }

    /** A SOCKS proxy; or {@link Proxy#NO_PROXY}, to use no proxy even if the JVM has one. */
    public Builder proxy(Proxy server) {
      this.proxy = server;
      return this;
    }

    /** The login for an HTTP proxy that asks for one. Default: none. */
    public Builder proxyLogin(String user, String password) {
      InvalidArgumentException.unlessPresent("network.proxyLogin", user);
      InvalidArgumentException.unlessPresent("network.proxyLogin", password);
      this.proxyLogin = new PasswordAuthentication(user, password.toCharArray());
      return this;
    }

    /** The certificate authorities to trust, instead of the JVM's. */
    public Builder trustStore(KeyStore certificates) {
      InvalidArgumentException.unlessPresent(TRUST, certificates);
      this.trust = () -> certificates;
      return this;
    }

    /** The certificate authorities to trust, instead of the JVM's, in a PKCS 12 or JKS file. */
    public Builder trustStore(Path file, String password) {
      InvalidArgumentException.unlessPresent(TRUST, file);
      InvalidArgumentException.unlessPresent(TRUST, password);
      this.trust = () -> Stores.read(Stores.TRUST, file, password);
      return this;
    }

    /**
     * The certificate authorities to trust, instead of the JVM's, in a file of PEM certificates.
     */
    public Builder trustedPem(Path file) {
      InvalidArgumentException.unlessPresent(TRUST, file);
      this.trust = () -> Stores.readPem(file);
      return this;
    }

    /** A certificate with its key, for a server that asks for one (mutual TLS). Default: none. */
    public Builder clientCertificate(KeyStore store, String password) {
      InvalidArgumentException.unlessPresent(CERTIFICATE, store);
      InvalidArgumentException.unlessPresent(CERTIFICATE, password);
      this.clientCertificate = () -> Stores.keyManager(store, password);
      return this;
    }

    /** A certificate with its key, in a PKCS 12 or JKS file; the key has the file's password. */
    public Builder clientCertificate(Path file, String password) {
      InvalidArgumentException.unlessPresent(CERTIFICATE, file);
      InvalidArgumentException.unlessPresent(CERTIFICATE, password);
      this.clientCertificate =
          () -> Stores.keyManager(Stores.read(Stores.CLIENT, file, password), password);
      return this;
    }

    /**
     * Requires one of these public keys in a host's certificate chain, besides the usual checks. A
     * key is written as {@code sha256/} and the base64 of its SHA-256. Pin only if you can change
     * the pins as fast as the vendor changes certificates, and pin a second key as a reserve. Call
     * it again to add more; {@code *.} at the start stands for one label. Default: none.
     */
    public Builder pin(String host, String... keys) {
      InvalidArgumentException.unlessPresent("network.pin", host);
      InvalidArgumentException.unlessPresent("network.pin", keys);
      for (String each : keys) {
        InvalidArgumentException.unlessPresent("network.pin", each);
      }
      Set<String> all = new LinkedHashSet<>(pins.getOrDefault(host, Set.of()));
      all.addAll(List.of(keys));
      pins.put(host, Collections.unmodifiableSet(all));
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws ConfigurationException naming the option that cannot work: an unreadable file, a
     *     wrong password, a wrong pin
     */
    public NetworkOptions build() {
      pins.forEach(Pin::check);
      if (proxyLogin != null && (proxy == null || proxy.type() != Proxy.Type.HTTP)) {
        throw new ConfigurationException(
            "network.proxyLogin",
            "expected an HTTP proxy beside it, got "
                + (proxy == null ? "none" : proxy.type())
                + ". Call proxy(host, port).");
      }
      return new NetworkOptions(this);
    }
  }
}
