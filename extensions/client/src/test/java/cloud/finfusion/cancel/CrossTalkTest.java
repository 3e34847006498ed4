package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.LightServer;
import cloud.finfusion.testing.TestClients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many calls at once through one client: each gets its own response. */
@Isolated
class CrossTalkTest {
  private static final int THREADS = 64;
  private static final int CALLS = 1000;

  @AutoClose private final LightServer server = new LightServer(CrossTalkTest::customerOf);
  @AutoClose private final FinFusion client = TestClients.of(server).build();

  @Test
  @Tag("slow") // 64,000 calls
  @DisplayName(
      "C166 64 threads, 1,000 calls each, in both modes: 64,000 responses, each to its own call")
  void eachHasItsOwnResponse() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> matching = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Calls calls =
            new Calls(client, thread % 2 == 0 ? BlockingOrAsync.BLOCKING : BlockingOrAsync.ASYNC);
        String prefix = "cust_" + thread + "_";
        matching.add(threads.submit(() -> matching(calls, prefix)));
      }
      for (Future<Integer> each : matching) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(CALLS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int matching(Calls calls, String prefix) {
    int matching = 0;
    for (int i = 0; i < CALLS; i++) {
      String id = prefix + i;
      matching += calls.customer(id).id().equals(id) ? 1 : 0;
    }
    return matching;
  }

  /** A customer of the id that was asked for. */
  private static byte[] customerOf(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return LightServer.response(200, "{\"id\":\"" + id + "\",\"email\":\"ada@example.com\"}");
  }
}
