package cloud.finfusion.internal.call;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.cache.InFlight;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.CallRules;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.permit.TokenPermits;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One call below the converter: HEADERS, RETRY and PERMIT around its attempts. Made once for each
 * call, used once.
 */
public final class PipelineCall {
  /** Keeps the clock from overflowing. */
  private static final long LONGEST_BUDGET = Duration.ofDays(1).toNanos();

  private final CallServices services;
  private final CallContext context;
  private final CallRun run;
  private final boolean blocking;

  private PipelineCall(CallServices services, CallContext context, CallRun run, boolean blocking) {
    this.services = services;
    this.context = context;
    this.run = run;
    this.blocking = blocking;
  }

  /** The context of a call that starts now; a budget of 0 means the client's deadline. */
  public static CallContext context(
      CallServices services, OperationContext operation, CallOptions options, long budget) {
    Duration own = options.deadline();
    long nanos =
        budget > 0 ? budget : (own == null ? services.options().deadline() : own).toNanos();
    return new CallContext(operation, options, services.time(), Math.min(nanos, LONGEST_BUDGET));
  }

  /**
   * A call that is under way from now on, and has to be driven by {@link #execute} or {@link
   * #enqueue}.
   *
   * @param keyOf what an equal read is found by; null where the result may not be shared
   * @throws cloud.finfusion.runtime.InvalidArgumentException if its options cannot be sent
   * @throws IllegalStateException if the client is closed
   */
  public static PipelineCall start(
      CallServices services,
      CallContext context,
      Request request,
      @Nullable Function<Request, @Nullable CacheKey> keyOf,
      boolean blocking) {
    context.setHeaders(
        CallHeaders.of(
            request,
            context.operation(),
            context.options(),
            services.options().userAgent(),
            services.options().idempotency()));
    CallRules rules = rules(services, context, keyOf != null);
    CallRun run =
        new CallRun(
            services, context, rules, request, keyOf == null ? any -> null : keyOf, blocking);
    services.open().enter(run);
    services.retries().callMade();
    return new PipelineCall(services, context, run, blocking);
  }

  private static CallRules rules(CallServices services, CallContext context, boolean joins) {
    OperationContext operation = context.operation();
    var sources = services.permits(operation);
    boolean tokenFirst = !sources.isEmpty() && sources.get(0) instanceof TokenPermits;
    long budget = context.deadlineAt() - context.startedAt();
    return new CallRules(
        context.startedAt(),
        context.deadlineAt(),
        services.attemptTimes().reserve(budget),
        sources.size(),
        joins,
        tokenFirst ? 1 : 0,
        operation.signed(),
        services.retries().of(context));
  }

  /** Drives the call on this thread until it has ended. */
  public CallEnd execute() {
    new BlockingDriver(run, services.time()).drive();
    return run.end();
  }

  /** Drives the call without holding a thread; the last is run once it has ended. */
  public void enqueue(Runnable onEnd) {
    new AsyncDriver(run, services, onEnd).start();
  }

  /** Ends it early, from any thread. */
  public void stop(StopReason reason) {
    run.stop(reason);
  }

  /** Whether it has ended. */
  public boolean hasEnded() {
    return run.hasEnded();
  }

  /** How it ended. */
  public CallEnd end() {
    return run.end();
  }

  /**
   * How it ended; or, after its deadline, what is known while foreign code keeps it from ending.
   */
  public CallEnd endSoFar() {
    return run.endSoFar();
  }

  /** What is known of it. */
  public CallContext context() {
    return context;
  }

  /** Whether its caller's thread drives it. */
  public boolean isBlocking() {
    return blocking;
  }

  /** The equal read that this call makes for others; handed out once. Null if none. */
  public @Nullable InFlight<SharedRead> takeOwned() {
    return run.reads().takeOwned();
  }

  /** What an equal read brought; null if this call made its own. */
  public @Nullable SharedRead shared() {
    return run.shared();
  }

  /** The caller has the result. */
  public void delivered() {
    services.open().leave(run);
  }
}
