package cloud.finfusion.opentelemetry;

import static cloud.finfusion.opentelemetry.TracedServer.PAYMENT;
import static cloud.finfusion.opentelemetry.TracedServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.metrics.RequestTarget;
import com.sun.management.ThreadMXBean;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without an SDK nothing is recorded, sent or kept, at next to no cost. */
class NoSdkTest {
  private static final int CALLS = 10_000;
  private static final long MOST_BYTES = 64;

  private final TracingListener listener = TracingListener.of(OpenTelemetry.noop());

  @ParameterizedTest
  @EnumSource
  void noHeaderIsAdded(Calling calling) throws Exception {
    try (TracedServer server = new TracedServer(response(200, PAYMENT));
        FinFusion client = server.client().listener(listener).build()) {
      calling.pay(client);

      assertThat(server.requests().get(0).getHeaders().names())
          .doesNotContain("traceparent", "tracestate", "baggage");
    }
  }

  @Test
  void aCallKeepsNothingAndAllocatesNextToNothing() {
    CallAttributes attributes = new CallAttributes();
    RequestTarget target = new RequestTarget("POST", "/v2/payments", "https", "localhost", 443);
    CallStarted started = new CallStarted("payments.create", null, attributes);
    AttemptStarted attempt = new AttemptStarted("payments.create", 1, target, attributes);
    AttemptRecord responded =
        new AttemptRecord("payments.create", 1, 200, Duration.ZERO, null, attributes);
    CallRecord ended =
        new CallRecord(
            "payments.create", Outcome.DONE, 200, 1, Duration.ZERO, null, null, attributes);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    call(started, attempt, responded, ended);
    long before = threads.getCurrentThreadAllocatedBytes();

    for (int i = 0; i < CALLS; i++) {
      call(started, attempt, responded, ended);
    }

    long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(attributes.get(listener)).isNull();
    assertThat(attempt.headers()).isEmpty();
  }

  private void call(
      CallStarted started, AttemptStarted attempt, AttemptRecord responded, CallRecord ended) {
    listener.callStarted(started);
    listener.attemptStarted(attempt);
    listener.attemptEnded(responded);
    listener.callEnded(ended);
  }
}
