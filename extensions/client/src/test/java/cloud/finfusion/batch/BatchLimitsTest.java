package cloud.finfusion.batch;

import static cloud.finfusion.batch.BatchSamples.customers;
import static cloud.finfusion.batch.BatchSamples.kinds;
import static cloud.finfusion.batch.BatchSamples.refused;
import static cloud.finfusion.batch.BatchSamples.results;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TestClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch of extreme size, or with an extreme response, ends soon and says nothing false. */
class BatchLimitsTest {
  private final FakeServer server = new FakeServer();
  private final FakeTime time = FakeTime.flowing();
  private final FinFusion client = TestOptions.time(TestClients.of(server), time).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  @Timeout(10)
  void aStoppedBatchOfManyChunksEndsSoon() {
    server.responds(results(refused(0, "PAY001")));

    BatchResult<Customer> result =
        client
            .customers()
            .createBatch(
                customers(100_000),
                BatchOptions.builder().batchSize(1).concurrency(1).continueOnError(false).build());

    assertThat(result.skipped()).hasSize(99_999);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"results\": null}",
        "{\"results\": [null, null]}",
        "{\"results\": [{\"customer\": {}}]}",
        "{\"results\": [{\"index\": 99999999999999}]}",
        "{\"results\": [{\"index\": 2147483647}]}",
        "{\"results\": [{\"index\": 0, \"error\": {\"code\": {\"a\": 1}, \"message\": [2]}}]}",
        "{\"results\": [{\"index\": 0, \"status\": 1e9, \"error\": {\"code\": 7}}]}",
        "{\"results\": [{\"index\": 0, \"status\": -5, \"error\": {}}]}",
        "{\"results\": [{\"index\": 0, \"status\": 500, \"error\": {\"details\": 5}}]}",
        "{\"results\": 5}"
      })
  @Timeout(20)
  void aHostileResponseNeverFailsWhatMayBeDone(String body) {
    server.responds(FakeServer.json(body));

    BatchResult<Customer> result =
        client.customers().createBatch(customers(2), BatchOptions.none());

    assertThat(kinds(result)).endsWith("U");
  }
}
