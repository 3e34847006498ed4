package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.ServerException;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Samples;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Equal reads at the same time share one exchange and its result. */
class CacheSharingTest extends CacheReads {
  private static final int MANY = 100;

  @ParameterizedTest
  @EnumSource
  @DisplayName("C126 100 callers of a cold key: one request, and each has the response")
  void aColdKey(BlockingOrAsync mode) throws Exception {
    server.responds(
        response(200, Samples.CUSTOMER).headersDelay(500, TimeUnit.MILLISECONDS).build());

    List<CompletableFuture<Object>> all =
        IntStream.range(0, MANY).mapToObj(i -> read(mode)).toList();

    for (CompletableFuture<Object> each : all) {
      assertThat(got(each)).isInstanceOf(Customer.class);
    }
    assertThat(server.requests()).hasSize(1);
    assertThat(client.cache().statistics().misses()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C127 the one request fails: all have its error, and the next call asks again")
  void theOneRequestFails(BlockingOrAsync mode) throws Exception {
    server.responds(
        response(500, "{\"error\":{\"message\":\"oops\"}}")
            .headersDelay(500, TimeUnit.MILLISECONDS)
            .build(),
        json(Samples.CUSTOMER));

    List<CompletableFuture<Object>> all =
        IntStream.range(0, MANY).mapToObj(i -> read(mode)).toList();

    for (CompletableFuture<Object> each : all) {
      assertThat(got(each))
          .isInstanceOfSatisfying(
              ServerException.class, error -> assertThat(error.serverMessage()).isEqualTo("oops"));
    }
    assertThat(server.requests()).hasSize(1);
    assertThat(got(read(mode))).isInstanceOf(Customer.class);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C127 the one response cannot be read: all have the error of it")
  void theOneResponseCannotBeRead(BlockingOrAsync mode) throws Exception {
    server.responds(response(200, "<html>").headersDelay(300, TimeUnit.MILLISECONDS).build());
    CompletableFuture<Object> leader = read(mode);
    awaitLeader();
    CompletableFuture<Object> follower = read(mode);

    assertThat(got(follower)).hasToString(got(leader).toString());
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whoJoinedAReadOfWhatIsNotThereIsNotifiedOfItsStatus(BlockingOrAsync mode) throws Exception {
    server.responds(response(404, "").headersDelay(300, TimeUnit.MILLISECONDS).build());
    CompletableFuture<Object> leader = read(mode);
    awaitLeader();
    CompletableFuture<Object> follower = read(mode);
    awaitFollowers(1);
    got(leader);
    got(follower);

    assertThat(listener.calls()).extracting(CallRecord::status).containsExactly(404, 404);
    assertThat(listener.calls())
        .extracting(CallRecord::result)
        .containsOnly(CallRecord.Result.BUSINESS_REFUSAL);
  }
}
