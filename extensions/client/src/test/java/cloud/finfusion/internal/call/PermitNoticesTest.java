package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.loop.Step;
import cloud.finfusion.internal.permit.Permit;
import cloud.finfusion.internal.permit.Permits;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.PermitRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever drives a call and is woken when a permit comes is given the notice of it first. */
@Tag("slow") // thousands of rounds, for the chance that two threads meet
class PermitNoticesTest {
  private static final int ROUNDS = 15_000;

  @AutoClose private final SystemTime time = new SystemTime();
  private final ExecutorService limiter = Executors.newSingleThreadExecutor();
  private final AtomicInteger notified = new AtomicInteger();

  private final CallListener listener =
      new CallListener() {
        @Override
        public void permitWaited(PermitRecord permit) {
          notified.incrementAndGet();
        }
      };

  @AfterEach
  void end() {
    limiter.shutdown();
  }

  /** A source that decides when this future does. */
  private static Permits source(CompletableFuture<Permit> decision) {
    return new Permits() {
      @Override
      public CompletableFuture<Permit> reserve(String operation, long maxWait) {
        return decision;
      }

      @Override
      public String name() {
        return "rate";
      }
    };
  }

  private CallRun run(CompletableFuture<Permit> decision) {
    CallServices all = TestCalls.services(time);
    CallServices services =
        new CallServices(
            all.options(),
            all.client(),
            all.executor(),
            all.dropIdle(),
            List.of(source(decision)),
            null,
            new CallEvents(List.of(listener)),
            all.retries(),
            all.attemptTimes(),
            all.open());
    return TestCalls.run(services);
  }

  @Test
  void aPermitThatComesAsTheDriverLooksIsNotifiedBeforeTheNextStep() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      CompletableFuture<Permit> decision = new CompletableFuture<>();
      CallRun run = run(decision);
      run.begin(run.next());
      var granting = limiter.submit(() -> decision.complete(Permit.NOTHING_HELD.join()));

      Step step = run.next();
      while (step.kind() == Step.Kind.AWAIT) {
        step = run.next();
      }
      run.begin(step);

      assertThat(notified).hasValue(round);
      granting.get();
    }
  }
}
