package cloud.finfusion.testing;

import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A clock of its own. It flows: a wait ends at once and leaves the clock that much later. Or it
 * stands: a wait lasts until somebody ends it, so that a test can cancel what waits without a race.
 */
public final class FakeTime implements Time {
  public static final Instant START = Instant.parse("2015-10-21T07:27:55Z");

  /** Shorter waits are the hops of the retry loop, not waits of a call. */
  private static final Duration HOP = Duration.ofMillis(1);

  private final boolean flows;
  private final boolean alarms;
  private final ConcurrentLinkedQueue<Duration> waits = new ConcurrentLinkedQueue<>();
  private final CountDownLatch somebodyWaits = new CountDownLatch(1);
  private final List<Limit> limits = new ArrayList<>(); // guarded by this
  private final AtomicInteger timers = new AtomicInteger();
  private final AtomicReference<Runnable> atNextWait = new AtomicReference<>(() -> {});
  private final Map<Thread, Runnable> atNextLook = new ConcurrentHashMap<>();
  private final ExecutorService timer = Executors.newSingleThreadExecutor(FakeTime::daemon);
  private long nanos = 42;

  /** A task whose time comes; two of the same time are two. */
  private static final class Limit {
    final long at;
    final Runnable task;

    Limit(long at, Runnable task) {
      this.at = at;
      this.task = task;
    }
  }

  private FakeTime(boolean flows, boolean alarms) {
    this.flows = flows;
    this.alarms = alarms;
  }

  public static FakeTime flowing() {
    return new FakeTime(true, true);
  }

  public static FakeTime standing() {
    return new FakeTime(false, true);
  }

  /** Flows, and its alarms are so late that a call finds out by itself that its time is over. */
  public static FakeTime withoutAlarms() {
    return new FakeTime(true, false);
  }

  /** All waits up to now, in order. */
  public List<Duration> waits() {
    return List.copyOf(waits);
  }

  /** How many timers and limits are set that neither ran nor were taken back. */
  public synchronized int timers() {
    return timers.get() + limits.size();
  }

  /** Returns when what the timer runs now has ended, the setting of another timer for one. */
  public void awaitTimer() throws Exception {
    timer.submit(() -> {}).get(10, TimeUnit.SECONDS);
  }

  /** Does this when the next wait begins, before any time passes. */
  public void atNextWait(Runnable action) {
    atNextWait.set(action);
  }

  /** Does this when the calling thread looks at the clock next. */
  public void atNextLook(Runnable action) {
    atNextLook.put(Thread.currentThread(), action);
  }

  /** Returns when a call waits on a standing clock. */
  public void awaitWait() throws InterruptedException {
    if (!somebodyWaits.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody waits");
    }
  }

  @Override
  public long nanos() {
    Runnable action = atNextLook.remove(Thread.currentThread());
    if (action != null) {
      action.run();
    }
    return known();
  }

  private synchronized long known() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos() - 42);
  }

  @Override
  public void park(long wait) {
    begin(wait);
    if (flows) {
      advance(wait);
    } else {
      LockSupport.park(this);
    }
  }

  @Override
  public Runnable afterWait(long wait, Runnable task) {
    begin(wait);
    timers.incrementAndGet();
    AtomicBoolean over = new AtomicBoolean();
    if (flows || wait < HOP.toNanos()) {
      run(
          () -> {
            advance(wait < HOP.toNanos() ? 0 : wait);
            if (ended(over)) {
              task.run();
            }
          });
    }
    return () -> ended(over);
  }

  /** Counts a timer's end once. */
  private boolean ended(AtomicBoolean over) {
    boolean first = over.compareAndSet(false, true);
    if (first) {
      timers.decrementAndGet();
    }
    return first;
  }

  private void run(Runnable task) {
    try {
      timer.execute(task);
    } catch (RejectedExecutionException closed) {
      task.run();
    }
  }

  @Override
  public synchronized Runnable atLimit(long wait, Runnable task) {
    if (!alarms) {
      return () -> {};
    }
    Limit limit = new Limit(nanos + wait, task);
    limits.add(limit);
    return () -> forget(limit);
  }

  private synchronized void forget(Limit limit) {
    limits.remove(limit);
  }

  private void begin(long wait) {
    if (wait >= HOP.toNanos()) {
      waits.add(Duration.ofNanos(wait));
      somebodyWaits.countDown();
      atNextWait.getAndSet(() -> {}).run();
    }
  }

  /** Lets time pass, and runs what had to happen meanwhile. */
  public void advance(long wait) {
    passed(wait).forEach(Runnable::run);
  }

  private synchronized List<Runnable> passed(long wait) {
    nanos += wait;
    List<Limit> due =
        limits.stream()
            .filter(each -> each.at <= nanos)
            .sorted(Comparator.comparingLong(each -> each.at))
            .toList();
    limits.removeAll(due);
    return due.stream().map(each -> each.task).toList();
  }

  @Override
  public void close() {
    timer.shutdown();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "fake-time");
    thread.setDaemon(true);
    return thread;
  }
}
