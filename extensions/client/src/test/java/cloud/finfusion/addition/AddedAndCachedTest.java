package cloud.finfusion.addition;

import static cloud.finfusion.testing.FakeServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that adds to its request neither reads nor fills the cache, and joins no equal read. */
class AddedAndCachedTest {
  private static final CallOptions ADDED = CallOptions.builder().header("X-A", "1").build();

  @AutoClose private final FakeServer server = new FakeServer();

  private FinFusion client() {
    return TestClients.of(server).cache(CacheOptions.builder().build()).build();
  }

  private static Customer read(FinFusion client, BlockingOrAsync mode, CallOptions options) {
    return mode.of(
        () -> client.customers().retrieve("cust_1", options),
        () -> client.async().customers().retrieve("cust_1", options));
  }

  @ParameterizedTest
  @EnumSource
  void itNeitherReadsNorFillsTheCache(BlockingOrAsync mode) {
    server.responds(json(Samples.CUSTOMER));
    try (FinFusion client = client()) {
      read(client, mode, ADDED);
      assertThat(client.cache().statistics().size()).isZero();
      read(client, mode, CallOptions.none());
      read(client, mode, ADDED);
      read(client, mode, CallOptions.builder().queryParameter("a", "b").build());
      read(client, mode, CallOptions.none());
    }

    assertThat(server.requests()).hasSize(4);
    assertThat(server.headers("X-A")).containsExactly("1", null, "1", null);
  }

  @Test
  void itJoinsNoReadUnderWayAndNoneJoinsIt() {
    server.responds(FakeServer.silence());
    try (FinFusion client = client()) {
      CompletableFuture<Customer> plain = client.async().customers().retrieve("cust_1");
      Await.until(() -> server.requests().size() == 1);
      CompletableFuture<Customer> added = client.async().customers().retrieve("cust_1", ADDED);
      Await.until(() -> server.requests().size() == 2);
      plain.cancel(true);
      CompletableFuture<Customer> next = client.async().customers().retrieve("cust_1");
      Await.until(() -> server.requests().size() == 3);

      assertThat(client.cache().statistics().shared()).isZero();
      added.cancel(true);
      next.cancel(true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriteThatAddsDropsWhatItChanged(BlockingOrAsync mode) {
    server.responds(json(Samples.CUSTOMER));
    FinFusion.Builder builder =
        TestClients.of(server).cache(CacheOptions.builder().invalidateOn("customer.*").build());
    try (FinFusion client = builder.build()) {
      read(client, mode, CallOptions.none());
      mode.of(
          () -> client.customers().create(Samples.customer(), ADDED),
          () -> client.async().customers().create(Samples.customer(), ADDED));
      read(client, mode, CallOptions.none());
    }

    assertThat(server.requests()).hasSize(3);
  }
}
