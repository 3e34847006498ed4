package cloud.finfusion.internal.pagination;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.pagination.Page;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's pass over a list, by the rules of Reactive Streams. All signals come from the
 * steps, which are run on one thread at a time; other threads only say what they want and start the
 * steps.
 */
final class PageSubscription<T, R> implements Flow.Subscription {
  private final SerialTask steps = new SerialTask(this::goOn);
  private final AtomicLong demand = new AtomicLong();
  private final PagePass<T> pass;
  private final Function<Page<T>, List<R>> content;
  private volatile boolean cancelled;
  private volatile @Nullable IllegalArgumentException refused;

  // of the steps
  private Flow.@Nullable Subscriber<? super R> subscriber;
  private boolean subscribed;
  private @Nullable CompletableFuture<Page<T>> awaited;
  private Iterator<R> items = Collections.emptyIterator();

  PageSubscription(PagePass<T> pass, Function<Page<T>, List<R>> content) {
    this.pass = pass;
    this.content = content;
  }

  void start(Flow.Subscriber<? super R> first) {
    subscriber = Objects.requireNonNull(first, "subscriber");
    steps.run();
  }

  @Override
  public void request(long n) {
    if (n > 0) {
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    } else {
      refused = new IllegalArgumentException("rule 3.9: request(n) expects 1 or more");
    }
    steps.run();
  }

  @Override
  public void cancel() {
    cancelled = true;
    steps.run();
  }

  private void goOn() {
    while (subscriber != null && step(subscriber)) {
      // until the subscriber or a page has to come first
    }
  }

  /** Takes the next step and returns true, or returns false if there is none for now. */
  private boolean step(Flow.Subscriber<? super R> to) {
    if (cancelled) {
      return end();
    }
    if (!subscribed) {
      subscribed = true;
      return signal("onSubscribe", () -> to.onSubscribe(this));
    }
    if (refused != null) {
      return fail(to, refused);
    }
    if (items.hasNext()) {
      return demand.get() > 0 && emit(to, items.next());
    }
    if (!pass.hasNext()) {
      end();
      return signal("onComplete", to::onComplete);
    }
    return demand.get() > 0 && receive(to);
  }

  private boolean emit(Flow.Subscriber<? super R> to, R item) {
    demand.updateAndGet(now -> now == Long.MAX_VALUE ? now : now - 1);
    return signal("onNext", () -> to.onNext(item));
  }

  /** Takes the items of the next page, or has the steps run when the page comes. */
  private boolean receive(Flow.Subscriber<? super R> to) {
    CompletableFuture<Page<T>> page = pass.request();
    if (!page.isDone()) {
      if (page != awaited) {
        awaited = page;
        var unused = page.whenComplete((came, failure) -> steps.run());
      }
      return false;
    }
    try {
      items = content.apply(pass.receive()).iterator();
      return true;
    } catch (Throwable thrown) {
      return fail(to, thrown);
    }
  }

  private boolean fail(Flow.Subscriber<? super R> to, Throwable failure) {
    end();
    return signal("onError", () -> to.onError(failure));
  }

  /** Whoever throws gets no further signal: by rule 2.13 the subscription counts as cancelled. */
  private boolean signal(String name, Runnable call) {
    Boolean returned =
        Guard.get(
            "Flow.Subscriber." + name,
            () -> {
              call.run();
              return true;
            });
    return returned != null || end();
  }

  /** Forgets the subscriber and ends the call under way. */
  private boolean end() {
    subscriber = null;
    items = Collections.emptyIterator();
    pass.cancel();
    return false;
  }
}
