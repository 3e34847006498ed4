package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.loop.Step;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.permit.Permit;
import cloud.finfusion.internal.permit.Permits;
import cloud.finfusion.internal.time.SystemTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A source keeps nothing of a call that ended, as there may be thousands while a server hangs. */
class CallPermitsTest {
  @AutoClose private final SystemTime time = new SystemTime();

  /** A source that never decides. */
  private static final class Undecided implements Permits {
    final List<CompletableFuture<Permit>> asked = new ArrayList<>();

    @Override
    public CompletableFuture<Permit> reserve(String operation, long maxWait) {
      CompletableFuture<Permit> request = new CompletableFuture<>();
      asked.add(request);
      return request;
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // identity is meant
    public void forget(CompletableFuture<Permit> request) {
      asked.remove(request);
    }

    @Override
    public String name() {
      return "concurrency";
    }
  }

  private CallRun run(Permits source) {
    CallServices all = TestCalls.services(time);
    return TestCalls.run(all.derived(all.options(), List.of(source)));
  }

  @Test
  void theRequestOfACallThatEndsAsItWaitsIsForgotten() {
    Undecided source = new Undecided();
    CallRun run = run(source);
    run.begin(run.next());
    assertThat(source.asked).hasSize(1);

    run.stop(StopReason.CANCELLED);

    assertThat(run.next().kind()).isEqualTo(Step.Kind.END);
    assertThat(source.asked).isEmpty();
  }
}
