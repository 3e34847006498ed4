package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.Thrown;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the credential throws for one of those who share a read is nothing to the others. */
@Timeout(60)
class ThrowingFollowerTest {
  private volatile CountDownLatch released = new CountDownLatch(1);

  @AutoClose
  private final FakeServer server = new FakeServer(web -> web.setDispatcher(whenReleased()));

  private volatile Thread refused = Thread.currentThread();

  private Dispatcher whenReleased() {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        released.await(20, TimeUnit.SECONDS);
        return FakeServer.json(Samples.CUSTOMER);
      }
    };
  }

  private FinFusion client(Thrown kind) {
    Credential credential =
        () -> {
          if (Thread.currentThread() == refused) {
            throw kind.now();
          }
          return Samples.KEY;
        };
    return FinFusion.builder()
        .credential(credential)
        .environment(Environment.SANDBOX)
        .baseUrl(server.uri())
        .cache(CacheOptions.builder().build())
        .build();
  }

  private static CompletableFuture<Object> read(
      FinFusion client, BlockingOrAsync mode, Thread[] reader) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    reader[0] =
        new Thread(
            () -> {
              try {
                end.complete(new Calls(client, mode).customer("cust_1").id());
              } catch (Throwable failure) {
                end.complete(failure);
              }
            });
    return end;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A3 what a follower's token throws changes nothing for the others")
  void aFollower(Thrown kind) throws Exception {
    refused = new Thread(() -> {});
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      try (FinFusion client = client(kind)) {
        shared(client, mode);
      }
    }
  }

  private void shared(FinFusion client, BlockingOrAsync mode) throws Exception {
    released = new CountDownLatch(1);
    Thread[] threads = new Thread[1];
    CompletableFuture<Object> owner = read(client, mode, threads);
    threads[0].start();
    Await.until(() -> client.cache().statistics().misses() == 1);
    CompletableFuture<Object> throwing = read(client, mode, threads);
    refused = threads[0];
    threads[0].start();
    CompletableFuture<Object> follower = read(client, mode, threads);
    threads[0].start();
    Await.until(() -> client.cache().statistics().shared() == 1);

    released.countDown();

    assertThat(owner.get(20, TimeUnit.SECONDS)).isEqualTo("cust_1");
    assertThat(follower.get(20, TimeUnit.SECONDS)).isEqualTo("cust_1");
    Object own = throwing.get(20, TimeUnit.SECONDS);
    assertThat(own.equals("cust_1") || own instanceof ConfigurationException).isTrue();
  }
}
