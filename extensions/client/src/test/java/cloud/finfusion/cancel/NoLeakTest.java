package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.LightServer;
import cloud.finfusion.testing.TestClients;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails gives back what it held: connections and memory. */
class NoLeakTest {
  private static final long MEGABYTE = 1 << 20;

  /** A body that is not closed would keep its connection, and the next attempt need another. */
  @ParameterizedTest
  @EnumSource
  @DisplayName("C026 1,000 failing attempts one after another share one connection")
  void oneConnection(BlockingOrAsync mode) throws Exception {
    byte[] unavailable = LightServer.response(503, "x".repeat(10_000));
    try (LightServer server = new LightServer(path -> unavailable);
        Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      for (int i = 0; i < 250; i++) {
        assertThat(catchThrowable(() -> calls.customer("cust_1")))
            .isInstanceOf(ServerException.class);
      }

      assertThat(server.requests()).isEqualTo(1000);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Allocations of the caller's own thread are an upper bound of how much the heap grows. */
  @Test
  @DisplayName("C056 a gzip of 200 KB that unpacks to 200 MB costs less than 64 MiB")
  void aGzipBomb() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client = TestClients.of(sandbox).retries(0).build()) {
      sandbox.faults().gzipBomb("payments.list", 1, 200 * MEGABYTE);

      long before = threads.getCurrentThreadAllocatedBytes();
      Throwable failure = catchThrowable(() -> client.payments().list().pages().iterator().next());
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;

      assertThat(failure).isInstanceOf(InvalidResponseException.class);
      assertThat(allocated).isBetween(MEGABYTE, 64 * MEGABYTE);
    }
  }
}
