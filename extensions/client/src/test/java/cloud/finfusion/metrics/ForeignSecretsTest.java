package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.auth.KeySource;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Of what a caller's key source or credential shows or throws nothing but the class is repeated.
 */
class ForeignSecretsTest {
  @AutoClose private final FakeServer server = new FakeServer();

  /** What a record shows by itself. */
  private record Vault(@Nullable String held, String secret) implements KeySource, Credential {
    @Override
    public @Nullable String key() {
      return held;
    }

    @Override
    public String token() {
      return Objects.requireNonNull(held);
    }
  }

  @Test
  @DisplayName("E1 a client shows a foreign source or credential by its class only")
  void shown() {
    Vault vault = new Vault(Samples.KEY, "CANARY-master");
    List<Credential> all =
        List.of(
            vault,
            Credential.apiKey((KeySource) vault),
            Credential.apiKey(KeySource.firstOf(KeySource.file(Path.of("none")), vault)),
            Credential.apiKey(KeySource.firstOf(KeySource.firstOf(vault))));

    for (Credential each : all) {
      try (FinFusion client = TestClients.of(server).credential(each).build()) {
        assertThat(client.toString()).contains(Vault.class.getName()).doesNotContain("CANARY");
      }
    }
  }

  @Test
  @DisplayName("E1 an error names the places of the SDK, of a foreign source the class only")
  void inErrors() {
    Vault empty = new Vault(null, "CANARY");
    KeySource mistaken = KeySource.environmentVariable("dev_CANARY0123"); // the key, not its name
    for (KeySource each :
        List.of(empty, KeySource.firstOf(mistaken, empty), KeySource.firstOf(empty, empty))) {
      Credential credential = Credential.apiKey(each);

      assertThat(catchThrowable(credential::token))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(Vault.class.getName())
          .hasMessageNotContaining("CANARY");
      assertThat(credential.toString()).doesNotContain("CANARY");
    }
  }

  private static List<Throwable> secretive() {
    return List.of(
        new IllegalStateException("CANARY", new IOException("CANARY")),
        new IOException("CANARY"),
        new AssertionError("CANARY"),
        new NoClassDefFoundError("CANARY"),
        new StackOverflowError("CANARY"),
        new InterruptedException("CANARY"),
        new Error("CANARY") {
          private static final long serialVersionUID = 1L;
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E2 what token() throws in a call is typed, and its message nowhere")
  void tokenThrows(BlockingOrAsync mode) {
    for (Throwable each : secretive()) {
      boolean[] built = {false};
      Credential credential = () -> built[0] ? Sneaky.raise(each) : Samples.KEY;
      try (Calls calls = new Calls(TestClients.of(server).credential(credential).build(), mode)) {
        built[0] = true;
        hides(catchThrowable(calls::pay), each);
      }
    }
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E2 what ready() throws, or its future ends with, is nowhere")
  void readyThrows(BlockingOrAsync mode) {
    for (Throwable each : secretive()) {
      for (boolean later : List.of(true, false)) {
        Credential credential = new Fetched(each, later);
        try (Calls calls =
            new Calls(
                TestClients.of(server)
                    .credential(credential)
                    .environment(Environment.SANDBOX)
                    .build(),
                mode)) {
          hides(catchThrowable(calls::pay), each);
        }
      }
    }
    assertThat(server.requests()).isEmpty();
  }

  private record Fetched(Throwable reason, boolean later) implements FetchedCredential {
    @Override
    public CompletableFuture<?> ready() {
      return later ? CompletableFuture.failedFuture(reason) : Sneaky.raise(reason);
    }

    @Override
    public String token() {
      return Sneaky.raise(reason);
    }
  }

  @Test
  @DisplayName("E2 what token() throws at build() is typed, and its message nowhere")
  void atBuild() {
    for (Throwable each : secretive()) {
      FinFusion.Builder builder = TestClients.of(server).credential(() -> Sneaky.raise(each));

      hides(catchThrowable(builder::build), each);
      hides(catchThrowable(builder.environment(Environment.SANDBOX)::build), each);
    }
    Vault none = new Vault(null, "CANARY");
    assertThat(catchThrowable(TestClients.of(server).credential((Credential) none)::build))
        .hasMessage("credential: it threw java.lang.NullPointerException.");
  }

  private static void hides(@Nullable Throwable error, Throwable thrown) {
    StringWriter trace = new StringWriter();
    Objects.requireNonNull(error).printStackTrace(new PrintWriter(trace, true));
    String simple = thrown.getClass().getSimpleName();
    assertThat(error)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("credential: it threw ")
        .hasMessageContaining(simple.isEmpty() ? thrown.getClass().getName() : simple);
    assertThat(trace.toString()).doesNotContain("CANARY");
  }

  /** Throws what is not declared, as Kotlin does. */
  private static final class Sneaky {
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <R, X extends Throwable> R raise(Throwable thrown) throws X {
      throw (X) thrown;
    }
  }
}
