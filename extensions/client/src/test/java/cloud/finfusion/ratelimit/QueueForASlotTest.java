package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.StartedCall;
import cloud.finfusion.testing.TestClients;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A call that gave up waiting for a slot is not kept in the queue until there is one. */
class QueueForASlotTest {
  @AutoClose private final FakeServer server = new FakeServer().responds(FakeServer.silence());
  private final List<WeakReference<CallAttributes>> calls = new CopyOnWriteArrayList<>();

  private final CallListener listener =
      new CallListener() {
        @Override
        public void callStarted(CallStarted call) {
          calls.add(new WeakReference<>(call.attributes()));
        }
      };

  @ParameterizedTest
  @EnumSource
  void aCallThatWasCancelledIsForgotten(BlockingOrAsync mode) throws Exception {
    FinFusion.Builder one = TestClients.of(server).listener(listener).maxConcurrent(1);
    try (FinFusion client = TestOptions.time(one, FakeTime.standing()).build()) {
      CompletableFuture<?> onTheWire = client.async().customers().retrieve("cust_1");
      cancelWaiting(client, mode);

      Await.collected(calls.get(1));
      assertThat(onTheWire).isNotDone();
      onTheWire.cancel(true);
    }
  }

  /** In a method of its own, so that nothing here refers to it afterwards. */
  private void cancelWaiting(FinFusion client, BlockingOrAsync mode) throws Exception {
    Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_2");
    StartedCall started = new StartedCall(client, mode, call);
    Await.until(() -> calls.size() == 2 && isWaiting(started.caller()));

    call.cancel();

    assertThat(started.end().failure()).isInstanceOf(CallCancelledException.class);
    started.caller().join();
  }

  private static boolean isWaiting(Thread caller) {
    Thread.State state = caller.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
