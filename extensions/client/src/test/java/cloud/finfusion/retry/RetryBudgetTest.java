package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.ServerException;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An outage costs little more than one attempt per call once the budget is spent. */
class RetryBudgetTest {
  @AutoClose private final FakeServer server = new FakeServer();

  @ParameterizedTest
  @EnumSource
  void anOutageCostsAtMostOnePointOneAttemptsPerCall(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503));
    RetryOptions budgeted = RetryOptions.builder().budget(0.1, 0).build();
    try (Calls calls = new Calls(TestClients.of(server).retry(budgeted).build(), mode)) {
      for (int i = 0; i < 100; i++) {
        assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ServerException.class);
      }

      assertThat(server.requests()).hasSize(110);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theReserveIsSpentFirst(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503));
    RetryOptions budgeted = RetryOptions.builder().budget(0, 5).build();
    try (Calls calls = new Calls(TestClients.of(server).retry(budgeted).build(), mode)) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ServerException.class);
      }

      assertThat(server.requests()).hasSize(15);
    }
  }

  @Test
  void boundsOfTheBudgetAreRefusedByName() {
    assertThatThrownBy(() -> RetryOptions.builder().budget(1.1, 0).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("RetryOptions.budget: expected a ratio of 0 to 1, got 1.1");
    assertThatThrownBy(() -> RetryOptions.builder().budget(0.1, -1).build())
        .hasMessage("RetryOptions.budget: expected a reserve of 0 to 1000, got -1");
  }
}
