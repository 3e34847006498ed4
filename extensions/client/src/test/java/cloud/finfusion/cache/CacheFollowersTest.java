package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.response;
import static cloud.finfusion.testing.FakeServer.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallRecord.Result;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A call that joined a read keeps its own deadline, cancel and interrupt. */
class CacheFollowersTest extends CacheReads {
  @ParameterizedTest
  @EnumSource
  @DisplayName("the leader is cancelled: a follower makes the trip, the others follow that one")
  void theLeaderIsCancelled(BlockingOrAsync mode) throws Exception {
    server.responds(silence(), json(Samples.CUSTOMER));
    Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_1");
    CompletableFuture<Object> leader = ended(() -> new Calls(client, mode).raw(call));
    awaitLeader();
    List<CompletableFuture<Object>> followers =
        List.of(read(BlockingOrAsync.BLOCKING), read(BlockingOrAsync.ASYNC), read(mode));
    awaitFollowers(3);

    call.cancel();

    assertThat(got(leader)).isInstanceOf(CallCancelledException.class);
    for (CompletableFuture<Object> each : followers) {
      assertThat(got(each)).isInstanceOf(Customer.class);
    }
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("the leader's deadline is its own: a follower makes another trip")
  void theLeadersDeadline(BlockingOrAsync mode) throws Exception {
    server.responds(silence(), json(Samples.CUSTOMER));
    Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_1");
    call.timeout().timeout(300, TimeUnit.MILLISECONDS);
    CompletableFuture<Object> leader = ended(() -> new Calls(client, mode).raw(call));
    awaitLeader();

    assertThat(got(read(mode))).isInstanceOf(Customer.class);
    assertThat(got(leader)).isInstanceOf(DeadlineExceededException.class);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a follower's deadline and cancel are its own; the trip goes on for the others")
  void aFollowersEnd(BlockingOrAsync mode) throws Exception {
    server.responds(
        response(200, Samples.CUSTOMER).headersDelay(1500, TimeUnit.MILLISECONDS).build());
    CompletableFuture<Object> leader = read(mode);
    awaitLeader();
    CallOptions options = CallOptions.builder().deadline(Duration.ofMillis(200)).build();
    CompletableFuture<Object> late =
        ended(
            () ->
                mode.of(
                    () -> client.customers().retrieve("cust_1", options),
                    () -> client.async().customers().retrieve("cust_1", options)));
    Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_1");
    CompletableFuture<Object> cancelled = ended(() -> new Calls(client, mode).raw(call));
    awaitFollowers(2);
    call.cancel();

    assertThat(got(cancelled)).isInstanceOf(CallCancelledException.class);
    assertThat(got(late)).isInstanceOf(DeadlineExceededException.class);
    assertThat(leader).isNotDone();
    assertThat(got(leader)).isInstanceOf(Customer.class);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aReadThatWaitedForAnotherIsASuccessAndOneFromTheCacheIsCached(BlockingOrAsync mode)
      throws Exception {
    server.responds(
        response(200, Samples.CUSTOMER).headersDelay(1500, TimeUnit.MILLISECONDS).build());
    CompletableFuture<Object> leader = read(mode);
    awaitLeader();
    CompletableFuture<Object> follower = read(mode);
    awaitFollowers(1);
    assertThat(got(leader)).isEqualTo(got(follower));

    new Calls(client, mode).raw(client.api(CustomersApi.class).retrieveCustomer("cust_1"));

    assertThat(server.requests()).hasSize(1);
    assertThat(listener.calls())
        .extracting(CallRecord::result)
        .containsExactly(Result.SUCCESS, Result.SUCCESS, Result.CACHED);
  }

  @Test
  @DisplayName("C163 interrupted while following: ends at once, the flag is kept, no request")
  void interruptedWhileFollowing() throws Exception {
    server.responds(silence());
    CompletableFuture<Object> leader = read(BlockingOrAsync.ASYNC);
    awaitLeader();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              end.complete(catchThrowable(() -> client.customers().retrieve("cust_1")));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    awaitFollowers(1);

    caller.interrupt();

    assertThat(end.get(30, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("customers.retrieve: the thread was interrupted; its flag is still set.");
    assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(leader).isNotDone();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C168 the client is closed: who follows ends typed")
  void closed(BlockingOrAsync mode) throws Exception {
    server.responds(silence());
    CompletableFuture<Object> leader = read(mode);
    awaitLeader();
    CompletableFuture<Object> follower = read(mode);
    awaitFollowers(1);

    client.close();

    assertThat(got(follower))
        .isInstanceOf(CallCancelledException.class)
        .hasToString(
            CallCancelledException.class.getName()
                + ": customers.retrieve: the client was closed during the call.");
    assertThat(leader).isNotDone(); // it is on the wire
  }
}
