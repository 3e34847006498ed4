package cloud.finfusion.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CacheRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A call that is cancelled while it joins a read ends cancelled, although the read succeeds. */
class StoppedFollowerTest implements CallListener {
  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  private final RecordingListener records = new RecordingListener();
  private final CountDownLatch owns = new CountDownLatch(1);
  private final CountDownLatch joins = new CountDownLatch(1);
  private final AtomicReference<@Nullable Call<?>> follower = new AtomicReference<>();
  private final CompletableFuture<CompletableFuture<Object>> owner = new CompletableFuture<>();

  @Override
  public void attemptStarted(AttemptStarted ofOwner) {
    owns.countDown();
    await(joins);
  }

  /** It has joined; the read ends before anything else happens to it. */
  @Override
  public void cacheRead(CacheRecord read) {
    if (read.result() == CacheRecord.Result.JOINED) {
      Objects.requireNonNull(follower.get()).cancel();
      joins.countDown();
      owner.join().join();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsResultAndItsRecordSayCancelled(BlockingOrAsync mode) throws Exception {
    FinFusion.Builder cached = TestClients.of(server).cache(CacheOptions.builder().build());
    try (Calls calls = new Calls(cached.listener(this).listener(records).build(), mode)) {
      owner.complete(CacheReads.ended(() -> calls.customer("cust_1")));
      await(owns);
      Call<Customer> call = calls.client().api(CustomersApi.class).retrieveCustomer("cust_1");
      follower.set(call);

      assertThatThrownBy(() -> calls.raw(call)).isInstanceOf(CallCancelledException.class);

      assertThat(CacheReads.got(owner.join())).isInstanceOf(Customer.class);
      assertThat(records.calls())
          .extracting(CallRecord::outcome)
          .containsExactly(Outcome.DONE, Outcome.NOT_SENT);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }
}
