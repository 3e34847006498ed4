package cloud.finfusion;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How deep the stack of a blocking call is, which is what a reader of a thread dump gets. */
class FramesTest {
  private static final int MOST = 34; // 39 before the calls were rebuilt

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));

  private final AtomicReference<StackTraceElement[]> seen = new AtomicReference<>();

  /** Called by OkHttp's last interceptor, before the first byte. */
  private final class AtTheWire extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      seen.set(new Throwable().getStackTrace());
    }
  }

  @Test
  void fromTheFacadeToOkHttpsLastInterceptor() {
    OkHttpClient base =
        new OkHttpClient.Builder().eventListenerFactory(call -> new AtTheWire()).build();
    try (FinFusion client = TestClients.of(server).httpClient(base).build()) {
      client.payments().create(Samples.payment());
    }

    List<String> frames =
        Stream.of(seen.get())
            .map(each -> each.getClassName() + "." + each.getMethodName())
            .dropWhile(each -> !each.startsWith("okhttp3.internal.http.CallServerInterceptor."))
            .toList();
    int facade = lastOf(frames, "cloud.finfusion.resource.");

    assertThat(frames.subList(0, facade + 1))
        .hasSizeLessThanOrEqualTo(MOST)
        .anyMatch(each -> each.contains(".SignInterceptor.intercept"))
        .anyMatch(each -> each.contains(".ObserveAttempt.intercept"));
  }

  private static int lastOf(List<String> frames, String start) {
    int last = -1;
    for (int i = 0; i < frames.size(); i++) {
      last = frames.get(i).startsWith(start) ? i : last;
    }
    assertThat(last).isPositive();
    return last;
  }
}
