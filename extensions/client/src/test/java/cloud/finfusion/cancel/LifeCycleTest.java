package cloud.finfusion.cancel;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.OtherJvm;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.ThreadGroupCounter;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients come and go, and leave nothing behind. */
@Isolated // counts what is open in the whole JVM
@Timeout(60)
class LifeCycleTest {
  @AutoClose private final FakeServer server = new FakeServer().responds(json(Samples.CUSTOMER));

  @Test
  @DisplayName("C167 100 clients, closed twice: no thread and no descriptor stays")
  void aHundredClients() throws Exception {
    assertThat(untilNothingIsLeft()).isPositive();
  }

  @Test
  @Tag("timing")
  @DisplayName("C167 100 clients, closed twice: no thread and no descriptor stays for 5 s")
  void aHundredClientsInTime() throws Exception {
    assertThat(untilNothingIsLeft()).isLessThan(Duration.ofSeconds(5));
  }

  private Duration untilNothingIsLeft() throws Exception {
    useAndClose();
    long before = descriptors();
    ThreadGroupCounter threads = new ThreadGroupCounter();

    threads.run(
        () -> {
          for (int i = 0; i < 100; i++) {
            useAndClose();
          }
          return null;
        });

    long closedAt = System.nanoTime();
    Await.until(() -> threads.alive().isEmpty() && descriptors() <= before);
    return Duration.ofNanos(System.nanoTime() - closedAt);
  }

  private void useAndClose() {
    FinFusion client = FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).build();
    client.customers().retrieve("cust_1");
    client.async().customers().retrieve("cust_1").join();
    client.close();
    client.close();
  }

  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  @Test
  @Tag("slow") // starts a JVM
  @DisplayName("C167 a program that neither closes nor exits comes to its end")
  void aProgramEnds() throws Exception {
    OtherJvm.run(List.of(), Program.class, server.uri().toString());

    assertThat(server.requests()).hasSize(2);
  }

  /** A program of a user, who did not read that there is a close(). */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      FinFusion client =
          FinFusion.builder().apiKey(Samples.KEY).baseUrl(URI.create(args[0])).build();
      client.customers().retrieve("cust_1");
      client.async().customers().retrieve("cust_1").join();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C168 the client is closed: what is on the wire may finish")
  void onTheWire(BlockingOrAsync mode) throws Exception {
    server.responds(
        response(200, Samples.CUSTOMER).headersDelay(500, TimeUnit.MILLISECONDS).build());
    FinFusion client = FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).build();
    CompletableFuture<Customer> call =
        CompletableFuture.supplyAsync(() -> new Calls(client, mode).customer("cust_1"));
    Await.until(() -> !server.requests().isEmpty());

    client.close();

    assertThat(call.get(30, TimeUnit.SECONDS).id()).isEqualTo("cust_1");
    assertThatThrownBy(() -> new Calls(client, mode).customer("cust_1"))
        .isInstanceOf(IllegalStateException.class);
  }
}
