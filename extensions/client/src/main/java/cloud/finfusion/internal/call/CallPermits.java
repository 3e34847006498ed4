package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.permit.AttemptEnd;
import cloud.finfusion.internal.permit.Permit;
import cloud.finfusion.internal.permit.PermitRefusal;
import cloud.finfusion.internal.permit.Permits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one call: requests them from the sources, one after the other, and holds those
 * granted. Used by the driver's thread or, while an attempt is on the wire, by the attempt's.
 */
final class CallPermits {
  /** Receives the decisions of the sources, on any thread. */
  interface Requester {
    /** A permit was granted after so many nanoseconds. Returns false if that comes too late. */
    boolean permitGranted(int source, Grant grant, long waited);

    /** There is no permit in time. */
    void permitRefused(PermitRefusal refusal);

    /** All held permits are in use. */
    void confirmed();

    /** A held permit may only be used after so many nanoseconds. */
    void permitDelayed(int source, long readyIn);

    /** An event came that the call waited for. */
    void wake();
  }

  private final CallServices services;
  private final CallContext context;
  private final Requester requester;
  private final List<Permits> sources;
  private final HeldPermits held;
  private Runnable forget = () -> {}; // used by the driver's thread only

  CallPermits(CallServices services, CallContext context, Requester requester) {
    this.services = services;
    this.context = context;
    this.requester = requester;
    this.sources = services.permits(context.operation());
    this.held = new HeldPermits(sources.size());
  }

  /**
   * Requests a permit from a source, which decides now or later.
   *
   * @param now from when on the wait counts
   */
  void reserve(int source, long maxWait, long now) {
    CompletableFuture<Permit> asked =
        Grant.ask(sources.get(source), context.operation().name(), maxWait);
    if (asked.isDone()) {
      decided(source, Grant.of(asked), 0);
      return;
    }
    forget = () -> sources.get(source).forget(asked);
    var unused =
        asked.whenComplete(
            (permit, failure) -> {
              decided(source, Grant.of(permit), services.time().nanos() - now);
              requester.wake();
            });
  }

  private void decided(int source, Grant grant, long waited) {
    PermitRefusal refusal = grant.refusal();
    if (refusal != null) {
      requester.permitRefused(refusal);
    } else if (!requester.permitGranted(source, grant, waited)) {
      grant.release();
    }
  }

  void hold(int source, Grant grant) {
    held.hold(source, grant.permit());
  }

  /**
   * Uses all held permits. If one may only be used later, releases those of the sources after it.
   */
  void confirm() {
    for (int source = 0; source < sources.size(); source++) {
      Permit permit = held.of(source);
      Long wait = permit == null ? Long.valueOf(0) : Guard.get("a permit source", permit::use);
      if (wait != null && wait > 0) {
        held.releaseFrom(source + 1);
        requester.permitDelayed(source, wait);
        return;
      }
    }
    requester.confirmed();
  }

  /** The attempt that used the permits is over. */
  void attemptEnded(AttemptResult result, @Nullable StopReason stop) {
    if (!held.isEmpty()) {
      AttemptEnd end = AttemptEnds.of(result, stop, context.clock());
      held.attemptEnded(end);
    }
  }

  /**
   * The attempt has a response whose body its caller reads. Returns what ends the permits that are
   * held meanwhile.
   */
  Consumer<BodyEnd> bodyOpened(AttemptResult result, @Nullable StopReason stop) {
    HeldPermits ofBody = held.bodyOpened(AttemptEnds.of(result, stop, context.clock()));
    return end -> ofBody.attemptEnded(AttemptEnds.of(end.ofServer(), end.stop(), context.clock()));
  }

  /** The call is over: nothing more is sent. */
  void release() {
    Guard.run("a permit source", forget);
    held.releaseFrom(0);
  }

  /** Returns the name of a source in events. */
  String name(int source) {
    return sources.get(source).name();
  }
}
