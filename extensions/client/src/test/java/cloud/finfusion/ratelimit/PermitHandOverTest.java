package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.NoDelaySockets;
import cloud.finfusion.testing.Samples;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A permit that is handed over goes to one call, which then waits for no other. */
class PermitHandOverTest {
  @AutoClose private final MockWebServer server = new MockWebServer();

  @Test
  void twoPermitsGoToTwoCallsThatWaitAndBothAreThereAfterwards() throws Exception {
    server.setServerSocketFactory(new NoDelaySockets());
    IntStream.range(0, 6).forEach(i -> server.enqueue(FakeServer.silence()));
    server.start();
    try (FinFusion client =
        FinFusion.builder()
            .apiKey(Samples.KEY)
            .baseUrl(server.url("/").uri())
            .maxConcurrent(2)
            .build()) {
      CompletableFuture<?> first = started(client);
      CompletableFuture<?> second = started(client);
      CompletableFuture<?> third = client.async().customers().retrieve("cust_1");
      CompletableFuture<?> fourth = client.async().customers().retrieve("cust_1");

      first.cancel(true);
      assertThat(received()).isNotNull();
      second.cancel(true);
      assertThat(received()).isNotNull();

      third.cancel(true);
      fourth.cancel(true);
      started(client).cancel(true);
      started(client).cancel(true);
    }
  }

  private CompletableFuture<?> started(FinFusion client) throws InterruptedException {
    CompletableFuture<?> call = client.async().customers().retrieve("cust_1");
    assertThat(received()).isNotNull();
    return call;
  }

  /** The next request; null if none comes. */
  private @Nullable RecordedRequest received() throws InterruptedException {
    return server.takeRequest(10, TimeUnit.SECONDS);
  }
}
