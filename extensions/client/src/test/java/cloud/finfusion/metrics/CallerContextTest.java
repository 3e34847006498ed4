package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is current on the threads that make the calls of a run. */
class CallerContextTest {
  private static final CustomerBatchItem ITEM =
      CustomerBatchItem.builder().email("ada@example.com").build();

  @AutoClose private final FakeServer server = new FakeServer();

  /** Carries a name from the thread that starts a run to the calls of it. */
  private static final class NamedContext implements CallListener {
    final ThreadLocal<String> current = ThreadLocal.withInitial(() -> "none");
    final List<String> ofCalls = new CopyOnWriteArrayList<>();

    @Override
    public CallerContext runStarted() {
      String captured = current.get();
      return () -> {
        String before = current.get();
        current.set(captured);
        return () -> current.set(before);
      };
    }

    @Override
    public void callStarted(CallStarted call) {
      ofCalls.add(current.get());
    }
  }

  @Test
  void aBulkRunHasTheContextOfTheThreadThatRunsIt() {
    NamedContext names = new NamedContext();
    server.responds(
        FakeServer.json("{\"results\":[{\"index\":0,\"customer\":" + Samples.CUSTOMER + "}]}"));
    try (FinFusion client = TestClients.of(server).listener(names).build()) {
      names.current.set("where it is made");
      BulkRun run = client.customers().bulk(List.of(ITEM).iterator(), BulkOptions.none());
      CompletableFuture<Long> succeeded =
          CompletableFuture.supplyAsync(
              () -> {
                names.current.set("where it runs");
                return run.run().progress().succeeded();
              },
              task -> new Thread(task).start());

      assertThat(BlockingOrAsync.result(succeeded)).isEqualTo(1);
      assertThat(names.ofCalls).containsExactly("where it runs");
    }
  }
}
