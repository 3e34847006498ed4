package cloud.finfusion.internal.call;

import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.cache.InFlight;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.permit.Permit;
import cloud.finfusion.internal.permit.Permits;
import cloud.finfusion.internal.permit.Refusal;
import cloud.finfusion.metrics.CacheRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A call under way: its loop, and what the loop's steps started. The one object of a call that
 * several threads change, guarded by itself; foreign code never runs under its lock.
 */
final class CallRun implements Stoppable {
  private static final Refusal NO_PERMIT = new Refusal(Refusal.Reason.RATE, Duration.ZERO);

  private final CallServices services;
  private final CallContext context;
  private final Request request;
  private final Function<Request, @Nullable CacheKey> keyOf;
  private final boolean blocking;
  private final List<Permits> sources;
  private final HeldPermits held;
  private final CallLoop loop; // guarded by this
  private @Nullable Attempt attempt; // guarded by this
  private @Nullable InFlight<SharedRead> owned; // guarded by this
  private @Nullable SharedRead shared; // guarded by this
  private volatile @Nullable Driver driver; // written once, before the first step
  private volatile @Nullable Runnable notification; // left by who completes a wait, for the driver

  CallRun(
      CallServices services,
      CallContext context,
      CallRules rules,
      Request request,
      Function<Request, @Nullable CacheKey> keyOf,
      boolean blocking) {
    this.services = services;
    this.context = context;
    this.request = request;
    this.keyOf = keyOf;
    this.blocking = blocking;
    this.sources = services.permits(context.operation());
    this.held = new HeldPermits(sources.size());
    this.loop = new CallLoop(rules);
  }

  void drivenBy(Driver by) {
    driver = by;
  }

  private void wake() {
    Driver known = driver;
    if (known != null) {
      known.wake();
    }
  }

  /** What to do now; asked by who drives the call, one thread at a time. */
  Step next() {
    Runnable waiting = notification;
    if (waiting != null) {
      notification = null;
      waiting.run();
    }
    Step step = stepped();
    if (step.kind() == Step.Kind.END) {
      held.releaseFrom(0);
    }
    return step;
  }

  private synchronized Step stepped() {
    long now = services.time().nanos();
    Step step = loop.next(now);
    if (step.kind() == Step.Kind.SEND) { // made here, or a stop could find none
      attempt = newAttempt(now);
      context.attemptStarts(loop.attempts());
    }
    return step;
  }

  private Attempt newAttempt(long now) {
    Duration own = context.options().timeout();
    Duration timeout = own == null ? services.options().timeout() : own;
    long left = context.deadlineAt() - now;
    return new Attempt(
        services, context, request, Math.min(timeout.toNanos(), left), this::attemptEnded);
  }

  /** The attempt that SEND means. */
  synchronized Attempt attempt() {
    Attempt known = attempt;
    if (known == null) {
      throw new IllegalStateException("nothing was sent");
    }
    return known;
  }

  /**
   * Ends the call early; the first reason counts. From a thread that may run what belongs to the
   * caller, but for CLOSED.
   */
  @Override
  public void stop(StopReason reason) {
    Attempt running;
    InFlight<SharedRead> givenUp = null;
    synchronized (this) {
      boolean ended = loop.end() != null; // then its read is as good as made
      running = loop.stop(reason) ? attempt : null;
      if (reason.isHard() && !ended) {
        givenUp = owned;
        owned = null;
      }
    }
    giveUp(givenUp);
    if (running != null) {
      running.cancel(!blocking);
    }
    if (reason == StopReason.CLOSED) {
      wake(); // who closes a client does not run what belongs to its callers
    } else {
      goOn();
    }
  }

  /** Those who joined look for another at once, also while the wire has not noticed. */
  private void giveUp(@Nullable InFlight<SharedRead> read) {
    if (read != null && services.cache() != null) {
      services.cache().giveUp(read);
    }
  }

  /** Does what the step asks for; its end is an event of the loop. */
  void begin(Step step) {
    switch (step.kind()) {
      case JOIN -> join();
      case RESERVE -> reserve(step.source(), step.nanos());
      case CONFIRM -> confirm();
      case REFRESH -> refresh();
      default -> throw new IllegalArgumentException("not to begin: " + step);
    }
  }

  private void join() {
    CacheKey key = keyOf.apply(request);
    if (key == null || services.cache() == null) {
      synchronized (this) {
        loop.readsAlone();
      }
      return;
    }
    InFlight<SharedRead> read = services.cache().join(key);
    if (read.isOwner()) {
      services.events().cacheRead(context, CacheRecord.Result.MISS);
      own(read);
    } else if (read.end().isDone()) {
      services.events().cacheRead(context, CacheRecord.Result.HIT);
      joined(read.end().join().orElse(null));
    } else {
      services.events().cacheRead(context, CacheRecord.Result.JOINED);
      var unused =
          read.end()
              .thenAccept(
                  end -> {
                    joined(end.orElse(null));
                    wake();
                  });
    }
  }

  private void own(InFlight<SharedRead> read) {
    boolean stopped;
    synchronized (this) {
      stopped = loop.stopReason() != null;
      owned = stopped ? null : read;
      loop.readsAlone();
    }
    if (stopped) {
      giveUp(read);
    }
  }

  private synchronized void joined(@Nullable SharedRead end) {
    if (end == null) {
      loop.ownerGaveUp();
      return;
    }
    boolean taken =
        loop.joined(
            end instanceof SharedRead.Failure failure ? failure.end() : CallEnd.ofSharedSuccess());
    shared = taken ? end : null;
  }

  private void reserve(int source, long maxWait) {
    long askedAt = services.time().nanos();
    CompletableFuture<Permit> asked =
        ask(() -> sources.get(source).reserve(context.operation().name(), maxWait));
    if (asked.isDone()) {
      notified(granted(source, result(asked), 0));
      return;
    }
    var unused =
        asked.whenComplete(
            (permit, failure) -> {
              notification = granted(source, permit, services.time().nanos() - askedAt);
              wake();
            });
  }

  private static void notified(@Nullable Runnable event) {
    if (event != null) {
      event.run();
    }
  }

  private String name(int source) {
    return sources.get(source).name();
  }

  /** Foreign code may throw, return null or a stage that fails: each counts as a refusal. */
  private static CompletableFuture<Permit> ask(Supplier<CompletableFuture<Permit>> source) {
    CompletableFuture<Permit> asked = Guard.get("a permit source", source);
    return asked == null
        ? CompletableFuture.failedFuture(new IllegalStateException("no permit"))
        : asked;
  }

  private static <T> @Nullable T result(CompletableFuture<T> done) {
    return done.isCompletedExceptionally() ? null : done.join();
  }

  /**
   * A source has decided, on whatever thread. Returns the event of it, which is not to run there;
   * null if there is none.
   */
  private @Nullable Runnable granted(int source, @Nullable Permit permit, long waited) {
    Refusal refusal = permit == null ? NO_PERMIT : Guard.get("a permit source", permit::refusal);
    if (permit == null || refusal != null) {
      return refused(source, refusal == null ? NO_PERMIT : refusal);
    }
    Long readyIn = Guard.get("a permit source", permit::readyIn);
    if (readyIn == null || !held(source, permit, readyIn)) {
      Guard.run("a permit source", permit::release);
    }
    if (readyIn == null) {
      return refused(source, NO_PERMIT);
    }
    long wait = waited + readyIn;
    return wait > 0 ? () -> services.events().permitWaited(context, name(source), wait) : null;
  }

  private synchronized boolean held(int source, Permit permit, long readyIn) {
    boolean wanted = loop.permitGranted(readyIn, services.time().nanos());
    if (wanted) {
      held.hold(source, permit);
    }
    return wanted;
  }

  private Runnable refused(int source, Refusal refusal) {
    boolean circuit = refusal.reason() == Refusal.Reason.CIRCUIT;
    synchronized (this) {
      loop.permitRefused(
          circuit ? StopReason.CIRCUIT_OPEN : StopReason.NO_PERMIT, refusal.retryAfter());
    }
    return () -> services.events().permitRefused(context, name(source), refusal.retryAfter());
  }

  private void confirm() {
    for (int source = 0; source < sources.size(); source++) {
      Permit permit = held.of(source);
      Long wait = permit == null ? Long.valueOf(0) : Guard.get("a permit source", permit::use);
      if (wait != null && wait > 0) {
        delayed(source, wait);
        return;
      }
    }
    synchronized (this) {
      loop.confirmed();
    }
  }

  private void delayed(int source, long wait) {
    held.releaseFrom(source + 1);
    synchronized (this) {
      loop.permitDelayed(source, wait, services.time().nanos());
    }
  }

  private void refresh() {
    String token = context.token();
    Boolean replaced = Guard.get("the credential", () -> services.credential().refused(token));
    boolean other = replaced != null && replaced;
    services.events().credentialRefreshed(context, other);
    if (other) {
      services.events().retrying(context, "status 401", 0);
    }
    synchronized (this) {
      loop.refreshed(other, services.time().nanos());
    }
  }

  /** On the attempt's own thread, or on the one that cancelled it. */
  private void attemptEnded(AttemptResult result) {
    if (blocking && result.response() == null && Thread.currentThread().isInterrupted()) {
      stop(StopReason.INTERRUPTED);
    }
    try {
      if (!held.isEmpty()) {
        held.attemptEnded(AttemptEnds.of(result, stopReason(), context.now()));
      }
    } finally {
      retryOrEnd(result);
      if (!blocking) {
        goOn();
      }
    }
  }

  private synchronized @Nullable StopReason stopReason() {
    return loop.stopReason();
  }

  private void retryOrEnd(AttemptResult result) {
    long delay;
    synchronized (this) {
      long now = services.time().nanos();
      loop.attemptEnded(result, now);
      delay = loop.retryDelay(now);
    }
    if (delay >= 0) {
      services.events().retrying(context, result.label(), delay);
    }
  }

  private void goOn() {
    Driver known = driver;
    if (known != null) {
      known.goOn();
    }
  }

  /** How the call ended. */
  synchronized CallEnd end() {
    CallEnd end = loop.end();
    if (end == null) {
      throw new IllegalStateException("the call goes on");
    }
    return end;
  }

  synchronized boolean hasEnded() {
    return loop.end() != null;
  }

  /** The equal read that this call makes for others; handed out once. Null if none. */
  synchronized @Nullable InFlight<SharedRead> takeOwned() {
    InFlight<SharedRead> read = owned;
    owned = null;
    return read;
  }

  /** What an equal read brought; null if this call made its own. */
  synchronized @Nullable SharedRead shared() {
    return shared;
  }
}
