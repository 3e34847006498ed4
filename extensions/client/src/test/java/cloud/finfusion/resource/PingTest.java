package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The health check says whether calls can work, and not more. */
class PingTest {
  @AutoClose private final FakeServer server = new FakeServer();

  @Test
  void theSandboxIsThere() {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      assertThat(client.ping()).isPositive().isLessThan(Duration.ofSeconds(5));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void aServerThatKnowsTheKeyIsThere(int status) {
    server.responds(FakeServer.status(status));
    try (FinFusion client = TestClients.of(server).build()) {
      client.ping();
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whyItCannotBeUsed() {
    try (FinFusion client = TestClients.of(server).build()) {
      server.responds(FakeServer.status(401));
      assertThatThrownBy(client::ping).isInstanceOf(AuthenticationException.class);
      server.responds(FakeServer.status(503));
      assertThatThrownBy(client::ping).isInstanceOf(ServerException.class);
      server.refuseConnections();
      assertThatThrownBy(client::ping)
          .isInstanceOf(FinFusionException.class)
          .hasMessageStartingWith("payments.list: no connection to ");
    }
  }

  @Test
  void itTakesAtMostFiveSecondsWithRetries() {
    FakeTime time = FakeTime.flowing();
    server.responds(FakeServer.status(503, "Retry-After", "6"));
    try (FinFusion client = TestOptions.time(TestClients.of(server), time).build()) {
      assertThatThrownBy(client::ping).isInstanceOf(ServerException.class);
    }
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void withALimitOfItsOwnItIsTriedOnce() {
    server.responds(FakeServer.status(503));
    try (FinFusion client = TestClients.of(server).build()) {
      assertThatThrownBy(() -> client.ping(Duration.ofSeconds(1)))
          .isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(1);
      server.responds(FakeServer.status(403));
      assertThat(client.ping(Duration.ofSeconds(1))).isLessThan(Duration.ofSeconds(1));
      server.responds(FakeServer.status(503));
      assertThatThrownBy(client::ping).isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSizeGreaterThan(1 + 1 + 1); // as ever, with retries
    }
  }

  @Test
  void itEndsAtItsLimit() {
    server.responds(FakeServer.silence());
    try (FinFusion client = FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).build()) {
      assertThatThrownBy(() -> client.ping(Duration.ofMillis(100)))
          .isInstanceOf(DeadlineExceededException.class);
    }
  }

  @Test
  void aLimitThatIsNoneIsRefused() {
    try (FinFusion client = TestClients.of(server).build()) {
      for (Duration each : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofDays(2))) {
        assertThatThrownBy(() -> client.ping(each))
            .isInstanceOf(InvalidArgumentException.class)
            .hasMessageStartingWith("ping: ");
      }
    }
    assertThat(server.requests()).isEmpty();
  }
}
