package cloud.finfusion.stress;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CacheRecord;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.metrics.KeyUseRecord;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.metrics.RetryRecord;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Keeps what a listener is notified of, then throws in one of ten events, or takes its time. */
final class CallBook implements CallListener {
  /** The header that names the call of a request. */
  static final String CALL = "X-Call";

  /** The error of a call that has none. */
  static final String SUCCESS = "succeeded";

  /** How a call ended, as its listener knows it. */
  record End(Outcome outcome, String error) {}

  private final Chance chance;
  private final ThreadLocal<String> next = ThreadLocal.withInitial(() -> "nobody's");
  private final Map<String, End> ends = new ConcurrentHashMap<>();
  private final Queue<WeakReference<CallAttributes>> calls = new ConcurrentLinkedQueue<>();
  private final LongAdder callsStarted = new LongAdder();
  private final LongAdder callsEnded = new LongAdder();
  private final LongAdder attemptsStarted = new LongAdder();
  private final LongAdder attemptsEnded = new LongAdder();
  private final LongAdder outOfOrder = new LongAdder();
  private final LongAdder onWrongThread = new LongAdder();
  private volatile boolean closing;

  CallBook(Chance chance) {
    this.chance = chance;
  }

  /** The name of the call that this thread makes next. */
  void name(String call) {
    next.set(call);
  }

  /** From now on the end of a call may run wherever it is found out. */
  void closing() {
    closing = true;
  }

  @Override
  public void callStarted(CallStarted call) {
    callsStarted.increment();
    calls.add(new WeakReference<>(call.attributes()));
    call.attributes().set(this, new CallOrder(next.get()));
    foreign();
  }

  @Override
  public void attemptStarted(AttemptStarted attempt) {
    attemptsStarted.increment();
    CallOrder order = order(attempt.attributes());
    inOrder(order.attemptStarts());
    attempt.addHeader(CALL, order.call());
    foreign();
  }

  @Override
  public void attemptEnded(AttemptRecord attempt) {
    attemptsEnded.increment();
    inOrder(order(attempt.attributes()).attemptEnds());
    foreign();
  }

  @Override
  public void callEnded(CallRecord call) {
    callsEnded.increment();
    CallOrder order = order(call.attributes());
    inOrder(order.callEnds());
    String error = call.errorType() == null ? SUCCESS : call.errorType();
    ends.put(order.call(), new End(call.outcome(), error));
    foreign();
  }

  @Override
  public void keyUsed(KeyUseRecord use) {
    foreign();
  }

  @Override
  public void retryScheduled(RetryRecord retry) {
    foreign();
  }

  @Override
  public void cacheRead(CacheRecord read) {
    foreign();
  }

  @Override
  public void permitWaited(PermitRecord permit) {
    foreign();
  }

  @Override
  public void permitRefused(PermitRecord permit) {
    foreign();
  }

  @Override
  public void credentialRefreshed(String operation, boolean replaced) {
    foreign();
  }

  private CallOrder order(CallAttributes attributes) {
    return attributes.get(this) instanceof CallOrder known ? known : new CallOrder("nobody's");
  }

  private void inOrder(boolean holds) {
    if (!holds) {
      outOfOrder.increment();
    }
  }

  /** What runs wherever it is: not on the timer, not on a limiter's thread, no flag set there. */
  private void foreign() {
    Thread thread = Thread.currentThread();
    boolean ofAnother =
        thread.getName().equals("finfusion-timer") || thread.getName().equals(LatePermits.THREAD);
    boolean flag = thread.getName().equals("finfusion-call") && thread.isInterrupted();
    if ((ofAnother && !closing) || flag) {
      onWrongThread.increment();
    }
    if (chance.oneIn(1000)) {
      LockSupport.parkNanos(chance.nanos(20));
    }
    chance.mayThrow(10);
  }

  Map<String, End> ends() {
    return ends;
  }

  long callsStarted() {
    return callsStarted.sum();
  }

  long callsEnded() {
    return callsEnded.sum();
  }

  long attemptsStarted() {
    return attemptsStarted.sum();
  }

  long attemptsEnded() {
    return attemptsEnded.sum();
  }

  /** Events that came before or after their time, or twice. */
  long outOfOrder() {
    return outOfOrder.sum();
  }

  long onWrongThread() {
    return onWrongThread.sum();
  }

  /** How many calls somebody still refers to, besides the last one of threads that are idle. */
  int remembered() {
    LastWork.replace();
    System.gc();
    calls.removeIf(each -> each.get() == null);
    return calls.size();
  }
}
