package cloud.finfusion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name server that hangs keeps no async call beyond its deadline; the README has the rest. */
@Timeout(30)
class SlowLookupTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private List<InetAddress> hanging(String host) throws UnknownHostException {
    asked.countDown();
    try {
      released.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
    return Dns.SYSTEM.lookup(host);
  }

  @Test
  @DisplayName("C3 a lookup that hangs: an async call ends at its deadline, nothing was sent")
  void anAsyncCall() throws Exception {
    FakeTime time = FakeTime.standing();
    OkHttpClient base = new OkHttpClient.Builder().dns(this::hanging).build();
    try (FakeServer server = new FakeServer();
        FinFusion client =
            TestOptions.time(TestClients.of(server).httpClient(base), time).build()) {
      CompletableFuture<Payment> call =
          client
              .async()
              .payments()
              .create(Samples.payment(), CallOptions.builder().deadline(TWO_SECONDS).build());
      asked.await();
      time.advance(TWO_SECONDS.toNanos());

      DeadlineExceededException error =
          catchThrowableOfType(DeadlineExceededException.class, () -> BlockingOrAsync.result(call));
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(released.getCount()).isOne();
      released.countDown();
      assertThat(server.requests()).isEmpty();
    }
  }
}
