package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client knows the calls under way, to end them when it is closed, and keeps none that ended. */
class EndedCallsTest {
  @AutoClose private final FakeServer server = new FakeServer();

  private final List<WeakReference<CallAttributes>> calls = new CopyOnWriteArrayList<>();

  private final CallListener listener =
      new CallListener() {
        @Override
        public void callStarted(CallStarted call) {
          calls.add(new WeakReference<>(call.attributes()));
        }
      };

  @AutoClose
  private final FinFusion client = TestClients.of(server).listener(listener).retries(0).build();

  @ParameterizedTest
  @EnumSource
  void aSuccessAndAFailure(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.PAYMENT), FakeServer.status(400));

    pays(client, mode);
    fails(client, mode);

    assertThat(calls).hasSize(2).allSatisfy(Await::collected);
  }

  @ParameterizedTest
  @EnumSource
  void aCallOfADerivedClient(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.PAYMENT));

    pays(client.withOptions(options -> options.retries(1)), mode);

    assertThat(calls).hasSize(1).allSatisfy(Await::collected);
  }

  /** In a method of its own, as is the next, so that nothing here refers to the call afterwards. */
  private static void pays(FinFusion by, BlockingOrAsync mode) {
    assertThat(new Calls(by, mode).pay().id()).isEqualTo("pay_1");
  }

  private static void fails(FinFusion by, BlockingOrAsync mode) {
    assertThat(catchThrowable(() -> new Calls(by, mode).pay())).isNotNull();
  }
}
