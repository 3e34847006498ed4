package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrown;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt of a thread that waits in a credential is the caller's, and is not lost. */
class InterruptedCredentialTest {
  private final AtomicBoolean waits = new AtomicBoolean();

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  /** Waits once, on a thread that is interrupted, and throws what is not declared. */
  private final Credential credential =
      () -> {
        if (waits.getAndSet(false)) {
          Thread.currentThread().interrupt();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException interrupted) {
            throw Thrown.<RuntimeException>sneakily(interrupted);
          }
        }
        return Samples.KEY;
      };

  private FinFusion.Builder client() {
    return TestClients.of(server).credential(credential);
  }

  private FinFusion.Builder caching() {
    return client().cache(CacheOptions.builder().build());
  }

  @AfterEach
  void clearTheFlag() {
    var unused = Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("A1 interrupted in token(), with a cache too: cancelled, nothing sent, the flag set")
  void aBlockingCall(boolean cached) {
    try (FinFusion client = cached ? caching().build() : client().build()) {
      waits.set(true);

      assertThatThrownBy(() -> client.customers().retrieve("cust_1"))
          .isInstanceOfSatisfying(
              CallCancelledException.class,
              cancelled -> assertThat(cancelled.outcome()).isEqualTo(Outcome.NOT_SENT));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A1 the call after an interrupted one goes on, on whatever thread")
  void theNextCall(BlockingOrAsync mode) {
    try (Calls calls = new Calls(client().build(), mode)) {
      waits.set(true);
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOfAny(CallCancelledException.class, ConfigurationException.class);
      assertThat(Thread.interrupted()).isEqualTo(mode == BlockingOrAsync.BLOCKING);

      assertThat(calls.customer("cust_1").id()).isEqualTo("cust_1");
    }
  }

  @Test
  @DisplayName("A1 interrupted in token() while a client is built: refused, the flag set")
  void build() {
    waits.set(true);

    assertThatThrownBy(() -> client().build()).isInstanceOf(ConfigurationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @DisplayName("A1 interrupted while an async call finds the owner of its read: the flag set")
  void anAsyncCall() {
    try (FinFusion client = caching().build()) {
      waits.set(true);
      var call = client.async().customers().retrieve("cust_1");

      assertThat(Thread.interrupted()).isTrue();
      assertThat(BlockingOrAsync.result(call).id()).isEqualTo("cust_1");
    }
  }
}
