package cloud.finfusion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.ConfigurationException;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is refused when the options are built, in words that hold no password. */
class NetworkOptionsTest {
  private static final String PIN = "sha256/" + "A".repeat(43) + "=";

  @TempDir Path folder;

  @Test
  void pinsOfAnotherForm() {
    refuses("network.pin", builder -> builder.pin("api.example", "sha1/AAAA"));
    refuses("network.pin", builder -> builder.pin("api.example", "sha256/AAAA"));
    refuses("network.pin", builder -> builder.pin("api.example", "sha256/!" + "A".repeat(43)));
    refuses("network.pin", builder -> builder.pin("https://api.example", PIN));
    refuses("network.pin", builder -> builder.pin("api.example"));
  }

  @Test
  void proxiesThatAreNone() {
    refuses("network.proxy", builder -> builder.proxy(" ", 1));
    refuses("network.proxy", builder -> builder.proxy("proxy.example", 65_536));
    refuses("network.proxyLogin", builder -> builder.proxyLogin("user", "CANARY"));
    refuses(
        "network.proxyLogin",
        builder -> builder.proxy(Proxy.NO_PROXY).proxyLogin("user", "CANARY"));
  }

  @Test
  void storesThatCannotBeUsed() throws Exception {
    Path none = folder.resolve("none");
    Path text = Files.writeString(folder.resolve("text"), "not a store");
    Path locked = folder.resolve("locked.p12");
    try (var out = Files.newOutputStream(locked)) {
      empty().store(out, "right".toCharArray());
    }

    refuses("network.trust", builder -> builder.trustStore(none, "CANARY"));
    refuses("network.trust", builder -> builder.trustStore(text, "CANARY"));
    refuses("network.trust", builder -> builder.trustStore(locked, "CANARY"));
    refuses("network.trust", builder -> builder.trustStore(locked, "right"));
    refuses("network.trust", builder -> builder.trustedPem(none));
    refuses("network.trust", builder -> builder.trustedPem(text));
    refuses("network.clientCertificate", builder -> builder.clientCertificate(none, "CANARY"));
    refuses("network.clientCertificate", builder -> builder.clientCertificate(locked, "CANARY"));
    refuses("network.clientCertificate", builder -> builder.clientCertificate(locked, "right"));
    KeyStore empty = empty();
    refuses("network.clientCertificate", builder -> builder.clientCertificate(empty, "CANARY"));
  }

  @Test
  void theTextShowsWhatIsSetAndNoPassword() {
    NetworkOptions options =
        NetworkOptions.builder()
            .proxy("proxy.example", 3128)
            .proxyLogin("user", "CANARY")
            .pin("api.example", PIN)
            .build();

    assertThat(options.toString())
        .contains("proxy.example", "with a password", "pins of [api.example]")
        .doesNotContain("CANARY", "user");
  }

  private static KeyStore empty() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static void refuses(String option, UnaryOperator<NetworkOptions.Builder> change) {
    assertThatThrownBy(() -> change.apply(NetworkOptions.builder()).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(option + ": expected ")
        .hasStackTraceContaining(option)
        .satisfies(error -> assertThat(causes(error)).doesNotContain("CANARY"));
  }

  private static String causes(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = error; each != null; each = each.getCause()) {
      text.append(each).append('\n');
    }
    return text.toString();
  }
}
