package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrower;
import cloud.finfusion.testing.Thrown;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;

/**
 * A payment, or another call, by a client that runs the caller's code; then another payment, while
 * that code throws no more. One may be under way at once, so a slot that was lost would be missed.
 */
@SuppressWarnings("ArrayRecordComponent") // responses are only read
record ForeignCall(
    Supplier<FakeServer> server,
    MockResponse[] responses,
    BiConsumer<FinFusion.Builder, Thrower> code,
    BiConsumer<Calls, Thrower> call)
    implements ForeignRow.Scenario {
  private static final int PLAN = 100;

  /** A payment. */
  static ForeignCall with(BiConsumer<FinFusion.Builder, Thrower> code) {
    return new ForeignCall(
        FakeServer::new,
        new MockResponse[] {FakeServer.json(Samples.PAYMENT)},
        code,
        (calls, thrower) -> calls.pay());
  }

  ForeignCall responding(MockResponse... inOrder) {
    return new ForeignCall(server, inOrder, code, call);
  }

  ForeignCall calling(Consumer<Calls> another) {
    return calling((calls, thrower) -> another.accept(calls));
  }

  ForeignCall calling(BiConsumer<Calls, Thrower> another) {
    return new ForeignCall(server, responses, code, another);
  }

  /** The same with more settings. */
  ForeignCall set(Consumer<FinFusion.Builder> settings) {
    BiConsumer<FinFusion.Builder, Thrower> all =
        (client, thrower) -> {
          settings.accept(client);
          code.accept(client, thrower);
        };
    return new ForeignCall(server, responses, all, call);
  }

  ForeignCall to(Supplier<FakeServer> another) {
    return new ForeignCall(another, responses, code, call);
  }

  @Override
  public String run(Thrower thrower, BlockingOrAsync mode) {
    RateLimiter plan = RateLimiter.builder().burst(PLAN).clock(() -> 0).build();
    Flags flags = new Flags();
    try (FakeServer web = server.get().responds(responses)) {
      FinFusion.Builder client = TestClients.of(web).maxConcurrent(1).rateLimiter(plan);
      code.accept(client, thrower);
      try (Calls calls = new Calls(client.listener(flags).build(), mode)) {
        String end = end(() -> call.accept(calls, thrower), thrower);
        String figures = web.requests().size() + " sent, " + (PLAN - plan.remaining()) + " used";
        web.responds(FakeServer.json(Samples.PAYMENT));
        assertThat(flags.interrupted || Thread.interrupted()).as("interrupted").isFalse();
        return end + ", " + figures + ", then " + end(calls::pay, new Thrower(null));
      }
    }
  }

  /** How a call ends while the code throws. */
  static String end(Runnable call, Thrower thrower) {
    thrower.arm(true);
    Throwable failure = catchThrowable(call::run);
    thrower.arm(false);
    return failure == null ? "done" : end(failure);
  }

  /** The same, where the caller gets what its own code threw. */
  static String own(Runnable code, Thrower thrower) {
    thrower.arm(true);
    Throwable failure = catchThrowable(code::run);
    thrower.arm(false);
    Throwable itself = failure instanceof CompletionException ? failure.getCause() : failure;
    if (itself == null) {
      return "done";
    }
    return Thrown.TEXT.equals(itself.getMessage()) ? "its own" : end(itself);
  }

  /** The type, the outcome, and whether the key is known; no text of what was thrown anywhere. */
  static String end(Throwable failure) {
    boolean io = false;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      io |= each instanceof IOException; // of a connection: it stays as it is, with its cause
      assertThat(io || !each.toString().contains(Thrown.TEXT)).as("%s", each).isTrue();
      assertThat(each.getSuppressed()).isEmpty();
    }
    String type = failure.getClass().getSimpleName();
    String key =
        failure instanceof OutcomeUnknownException unknown && unknown.idempotencyKey() != null
            ? " with key"
            : "";
    return failure instanceof FinFusionException typed
        ? type + " " + typed.outcome().name().toLowerCase(Locale.ROOT) + key
        : type;
  }

  /** Looks at the interrupt flag of the threads on which calls end. */
  private static final class Flags implements CallListener {
    private volatile boolean interrupted;

    @Override
    public void attemptEnded(AttemptRecord attempt) {
      interrupted |= Thread.currentThread().isInterrupted();
    }

    @Override
    public void callEnded(CallRecord call) {
      interrupted |= Thread.currentThread().isInterrupted();
    }
  }
}
