package cloud.finfusion.internal.call;

import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.CallLoop;
import cloud.finfusion.internal.loop.CallRules;
import cloud.finfusion.internal.loop.Step;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.permit.PermitRefusal;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A call under way: its loop and the work that the loop's steps started. This is the one object of
 * a call that several threads change; it is guarded by its own lock, under which foreign code never
 * runs.
 */
final class CallRun implements Stoppable, SharedReads.Reader, CallPermits.Requester {
  private final CallServices services;
  private final CallContext context;
  private final Request request;
  private final Function<Request, @Nullable CacheKey> keyOf;
  private final boolean blocking;
  private final CallPermits permits;
  private final SharedReads reads;
  private final CallLoop loop; // guarded by this
  private @Nullable Attempt attempt; // guarded by this
  private @Nullable SharedRead shared; // guarded by this
  private @Nullable OpenBody body; // guarded by this
  private @Nullable Step notice; // guarded by this; set together with the grant that it reports
  private volatile @Nullable Driver driver; // written once, before the first step

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
    this.permits = new CallPermits(services, context, this);
    this.reads = new SharedReads(services, context);
    this.loop = new CallLoop(rules);
  }

  CallContext context() {
    return context;
  }

  void drivenBy(Driver by) {
    driver = by;
  }

  @Override
  public void wake() {
    Driver known = driver;
    if (known != null) {
      known.wake();
    }
  }

  /** Returns what to do now. Called by the driver, one thread at a time. */
  Step next() {
    Step step = stepped();
    services.updateLog(context); // a thread that drives several steps gets responses of others
    if (step.kind() == Step.Kind.END) {
      permits.release();
      notifyRefused();
    }
    return step;
  }

  private synchronized Step stepped() {
    Step first = notice;
    if (first != null) {
      notice = null;
      return first;
    }
    Step step = loop.next(services.time().nanos());
    if (step.kind() == Step.Kind.SEND) { // made under the lock, so that a stop finds it
      attempt = newAttempt();
      context.attemptStarts(loop.attempts());
    }
    return step;
  }

  private void notifyRefused() {
    int source;
    Duration next;
    synchronized (this) {
      source = loop.missingPermit();
      next = end().retryAfter();
    }
    if (source >= 0) {
      services.events().permitRefused(context, permits.name(source), next);
    }
  }

  private Attempt newAttempt() {
    Duration own = context.options().timeout();
    Duration timeout = own == null ? services.options().timeout() : own;
    return new Attempt(services, context, request, timeout.toNanos(), this::attemptEnded);
  }

  /** Returns the attempt of the step SEND. */
  synchronized Attempt attempt() {
    Attempt known = attempt;
    if (known == null) {
      throw new IllegalStateException("nothing was sent");
    }
    return known;
  }

  /**
   * Ends the call early; the first reason counts. Call it only on a thread that may run the
   * caller's code, as it may take the last steps; CLOSED only wakes the driver.
   */
  @Override
  public void stop(StopReason reason) {
    Attempt running;
    boolean ended;
    OpenBody open;
    synchronized (this) {
      open = body;
      ended = loop.end() != null; // then its shared read has a result already
      running = loop.stop(reason) ? attempt : null;
    }
    if (reason.isHard() && !ended) {
      reads.giveUp();
    }
    if (open != null) {
      stop(open, reason);
    }
    if (running != null) {
      running.cancel(!blocking, reason == StopReason.DEADLINE);
    }
    if (reason == StopReason.CLOSED) {
      wake(); // the thread that closes a client does not run code of its callers
    } else {
      goOn();
    }
  }

  /** The end of a body runs listeners, which the thread that closes a client does not. */
  private void stop(OpenBody open, StopReason reason) {
    if (reason == StopReason.CLOSED) {
      services.executor().execute(() -> open.stop(reason));
    } else {
      open.stop(reason);
    }
  }

  /** Starts the work of a step; its end is an event of the loop. */
  void begin(Step step) {
    switch (step.kind()) {
      case JOIN -> reads.join(keyOf.apply(request), this);
      case RESERVE -> permits.reserve(step.source(), step.nanos(), step.at());
      case NOTIFY ->
          services.events().permitWaited(context, permits.name(step.source()), step.nanos());
      case CONFIRM -> permits.confirm();
      case REFRESH -> refresh();
      default -> throw new IllegalArgumentException("not to begin: " + step);
    }
  }

  @Override
  public synchronized boolean readsAlone() {
    loop.readsAlone();
    return loop.stopReason() == null;
  }

  @Override
  public synchronized void joined(SharedRead read) {
    CallEnd end =
        read instanceof SharedRead.Failure failure ? failure.end() : CallEnd.ofSharedSuccess();
    if (loop.joined(end)) {
      shared = read; // otherwise this call was ended early, and the other read is not its result
    }
  }

  @Override
  public synchronized void ownerGaveUp() {
    loop.ownerGaveUp();
  }

  @Override
  public synchronized boolean permitGranted(int source, Grant grant, long waited) {
    boolean wanted = loop.permitGranted(grant.readyIn(), services.time().nanos());
    if (wanted) {
      permits.hold(source, grant);
    }
    long wait = waited + grant.readyIn();
    if (wanted && wait > 0 && loop.stopReason() == null) {
      notice = Step.notice(source, wait);
    }
    return wanted;
  }

  @Override
  public synchronized void permitRefused(PermitRefusal refusal) {
    boolean circuit = refusal.reason() == PermitRefusal.Reason.CIRCUIT;
    loop.permitRefused(
        circuit ? StopReason.CIRCUIT_OPEN : StopReason.NO_PERMIT, refusal.retryAfter());
  }

  @Override
  public synchronized void confirmed() {
    loop.confirmed();
  }

  @Override
  public synchronized void permitDelayed(int source, long readyIn) {
    loop.permitDelayed(source, readyIn, services.time().nanos());
  }

  private void refresh() {
    String token = context.token();
    Boolean replaced =
        Guard.get("the credential", () -> context.operation().signer().credential().refused(token));
    boolean other = replaced != null && replaced;
    services.events().credentialRefreshed(context, other);
    if (other) {
      services.events().retrying(context, "status 401", 0);
    }
    synchronized (this) {
      loop.refreshed(other, services.time().nanos());
    }
  }

  /** Called on the attempt's own thread, or on the thread that cancelled it. */
  private void attemptEnded(AttemptResult result) {
    if (blocking && result.response() == null && Thread.currentThread().isInterrupted()) {
      stop(StopReason.INTERRUPTED);
    }
    try {
      OpenBody open = OpenBody.of(result.response());
      if (open == null) {
        permits.attemptEnded(result, stopReason(result));
      } else {
        opened(open, result);
      }
    } finally {
      retryOrEnd(result);
      if (!blocking) {
        goOn();
      }
    }
  }

  /** A stop that came before the body was known stops it here. */
  private void opened(OpenBody open, AttemptResult result) {
    synchronized (this) {
      body = open;
    }
    StopReason before = stopReason();
    open.whenEnded(permits.bodyOpened(result, before));
    if (before != null) {
      open.stop(before);
    }
  }

  /** Returns the body that the caller reads off the wire; null if there is none. */
  synchronized @Nullable OpenBody openBody() {
    return body;
  }

  private synchronized @Nullable StopReason stopReason() {
    return loop.stopReason();
  }

  /** Returns why the call was stopped, also if its time is over before anything was sent. */
  private @Nullable StopReason stopReason(AttemptResult result) {
    StopReason known = stopReason();
    boolean late =
        known == null && !result.sent() && services.time().nanos() - context.deadlineAt() >= 0;
    return late ? StopReason.DEADLINE : known;
  }

  private void retryOrEnd(AttemptResult result) {
    long delay;
    synchronized (this) {
      long now = services.time().nanos();
      loop.attemptEnded(result, now);
      delay = loop.retryDelay(now);
    }
    if (delay >= 0) {
      services.events().retrying(context, AttemptErrors.label(result), delay);
    }
  }

  private void goOn() {
    Driver known = driver;
    if (known != null) {
      known.goOn();
    }
  }

  /** Returns how the call ended. */
  synchronized CallEnd end() {
    CallEnd end = loop.end();
    if (end == null) {
      throw new IllegalStateException("the call goes on");
    }
    return end;
  }

  /** Returns how the call ended, or what is known while foreign code keeps it from ending. */
  synchronized CallEnd endSoFar() {
    Attempt known = attempt;
    return loop.endSoFar(known != null && known.isSent());
  }

  synchronized boolean hasEnded() {
    return loop.end() != null;
  }

  /** Returns the result of an equal read; null if this call made its own exchange. */
  synchronized @Nullable SharedRead shared() {
    return shared;
  }

  /** Returns the reads that this call shares with others. */
  SharedReads reads() {
    return reads;
  }
}
