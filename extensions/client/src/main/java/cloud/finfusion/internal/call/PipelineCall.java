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
 * One call below the converter: HEADERS, RETRY and PERMIT around its attempts. Made for each call,
 * and used once.
 */
public final class PipelineCall {
  /** Keeps sums of times from overflowing. */
  private static final long LONGEST_BUDGET = Duration.ofDays(1).toNanos();

  private final CallServices services;
  private final CallContext context;
  private final CallRun run;

  private PipelineCall(CallServices services, CallContext context, CallRun run) {
    this.services = services;
    this.context = context;
    this.run = run;
  }

  /**
   * Makes the context of a call that starts now; a budget of 0 means the deadline of the options or
   * the client.
   */
  public static CallContext context(
      CallServices services, OperationContext operation, CallOptions options, long budget) {
    Duration own = options.deadline();
    long nanos =
        budget > 0 ? budget : (own == null ? services.options().deadline() : own).toNanos();
    return new CallContext(operation, options, services.time(), Math.min(nanos, LONGEST_BUDGET));
  }

  /**
   * Starts a call, which then has to be driven by {@link #execute} or {@link #enqueue}.
   *
   * @param keyOf makes the key of equal reads; null if the result may not be shared
   * @throws cloud.finfusion.runtime.InvalidArgumentException if its options cannot be sent
   * @throws IllegalStateException if the client is closed
   */
  public static PipelineCall start(
      CallServices services,
      CallContext context,
      Request request,
      @Nullable Function<Request, @Nullable CacheKey> keyOf,
      boolean blocking) {
    StackReserve.check();
    context.setHeaders(
        CallHeaders.of(
            request,
            context.operation(),
            context.options(),
            services.options().userAgent(),
            services.options().idempotency()));
    context.setBody(request.body());
    CallRules rules = rules(services, context, keyOf != null);
    CallRun run =
        new CallRun(
            services, context, rules, request, keyOf == null ? any -> null : keyOf, blocking);
    services.open().enter(run);
    services.retries().callMade();
    return new PipelineCall(services, context, run);
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
        operation.signed() && !context.isSentOnce(),
        services.retries().of(context));
  }

  /** Drives the call on this thread until it has ended. */
  public CallEnd execute() {
    new BlockingDriver(run, services.time()).drive();
    return run.end();
  }

  /** Drives the call without holding a thread; {@code onEnd} runs once it has ended. */
  public void enqueue(Runnable onEnd) {
    new AsyncDriver(run, services, onEnd).start();
  }

  /** Ends the call early, from any thread. */
  public void stop(StopReason reason) {
    LogScope scope = services.enterLog(context);
    try {
      run.stop(reason);
    } finally {
      scope.close();
    }
  }

  /** Returns whether the call has ended. */
  public boolean hasEnded() {
    return run.hasEnded();
  }

  /** Returns how the call ended. */
  public CallEnd end() {
    return run.end();
  }

  /**
   * Returns how the call ended or, after its deadline, what is known while foreign code keeps it
   * from ending.
   */
  public CallEnd endSoFar() {
    return run.endSoFar();
  }

  /** Returns the context of the call. */
  public CallContext context() {
    return context;
  }

  /** Returns the read that this call makes for others too, once; null if there is none. */
  public @Nullable InFlight<SharedRead> takeOwned() {
    return run.reads().takeOwned();
  }

  /** Returns the result of an equal read; null if this call made its own exchange. */
  public @Nullable SharedRead shared() {
    return run.shared();
  }

  /** Returns the status of the success that this call waited for; 0 for a cached one, or none. */
  public int joinedStatus() {
    return run.reads().joinedStatus();
  }

  /** Returns the body that the caller reads off the wire; null if there is none. */
  public @Nullable OpenBody openBody() {
    return run.openBody();
  }

  /** The caller has the result. While it reads the body, closing the client ends that. */
  public void delivered() {
    OpenBody open = openBody();
    if (open == null) {
      services.open().leave(run);
    } else {
      open.whenEnded(end -> services.open().leave(run));
    }
  }
}
