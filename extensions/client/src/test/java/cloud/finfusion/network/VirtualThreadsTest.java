package cloud.finfusion.network;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Blocking calls on virtual threads: while they wait, for us or for the wire, no carrier does. */
@Isolated // what others pin would be counted too
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with JDK 21")
class VirtualThreadsTest {
  private static final int CALLS = 10_000;

  @TempDir Path directory;
  @AutoClose private final FakeServer server = new FakeServer();

  @AutoClose
  private final FinFusion client =
      FinFusion.builder()
          .apiKey(Samples.KEY)
          .baseUrl(server.uri())
          .retry(RetryOptions.builder().initialDelay(Duration.ofMillis(200)).build())
          .rateLimiter(RateLimiter.builder().maxRequests(180_000).burst(100).build())
          .build();

  @Test
  @DisplayName("C170 10,000 virtual threads: none is pinned in our code, and every call ends")
  void noneIsPinned() throws Exception {
    callAll(); // classes are linked at their first use, which pins

    Path file = directory.resolve("pinned.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
      recording.start();
      callAll();
      recording.stop();
      recording.dump(file);
    }

    assertThat(Files.size(file)).isPositive();
    assertThat(RecordingFile.readAllEvents(file)).filteredOn(VirtualThreadsTest::isOurs).isEmpty();
  }

  private void callAll() throws Exception {
    List<MockResponse> responds =
        new ArrayList<>(Collections.nCopies(CALLS / 10, FakeServer.status(503)));
    responds.add(FakeServer.json(Samples.CUSTOMER));
    server.responds(responds.toArray(MockResponse[]::new));
    ExecutorService threads = newVirtualThreadPerTaskExecutor();
    try {
      List<Future<String>> ids =
          IntStream.range(0, CALLS)
              .mapToObj(i -> threads.submit(() -> client.customers().retrieve("cust_1").id()))
              .toList();
      for (Future<String> each : ids) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo("cust_1");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isOurs(RecordedEvent pinned) {
    return pinned.getStackTrace() != null
        && pinned.getStackTrace().getFrames().stream()
            .anyMatch(f -> f.getMethod().getType().getName().startsWith("cloud.finfusion"));
  }

  /** By reflection: this is compiled for JDK 17. */
  private static ExecutorService newVirtualThreadPerTaskExecutor() throws Exception {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
