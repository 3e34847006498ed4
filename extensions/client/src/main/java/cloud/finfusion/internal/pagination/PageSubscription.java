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
    for (var to = subscriber; to != null && ready(); to = subscriber) {
      step(to);
    }
  }

  /** Returns whether there is a step to take before the subscriber requests or a page comes. */
  private boolean ready() {
    boolean atEnd = !items.hasNext() && !pass.hasNext();
    return cancelled
        || !subscribed
        || refused != null
        || atEnd
        || (demand.get() > 0 && (items.hasNext() || pageCame()));
  }

  private void step(Flow.Subscriber<? super R> to) {
    if (cancelled) {
      end();
    } else if (!subscribed) {
      subscribed = true;
      signal("onSubscribe", () -> to.onSubscribe(this));
    } else if (refused != null) {
      fail(to, refused);
    } else if (items.hasNext()) {
      emit(to, items.next());
    } else if (pass.hasNext()) {
      receive(to);
    } else {
      end();
      signal("onComplete", to::onComplete);
    }
  }

  /** Requests the next page, unless that was done; when it comes, the steps are run. */
  private boolean pageCame() {
    CompletableFuture<Page<T>> page = pass.request();
    if (!page.isDone() && page != awaited) {
      awaited = page;
      var unused = page.whenComplete((came, failure) -> steps.run());
    }
    return page.isDone();
  }

  private void receive(Flow.Subscriber<? super R> to) {
    try {
      items = content.apply(pass.receive()).iterator();
    } catch (Throwable thrown) {
      fail(to, thrown);
    }
  }

  private void emit(Flow.Subscriber<? super R> to, R item) {
    demand.updateAndGet(now -> now == Long.MAX_VALUE ? now : now - 1);
    signal("onNext", () -> to.onNext(item));
  }

  private void fail(Flow.Subscriber<? super R> to, Throwable failure) {
    end();
    signal("onError", () -> to.onError(failure));
  }

  /** Whoever throws gets no further signal: by rule 2.13 the subscription counts as cancelled. */
  private void signal(String name, Runnable call) {
    Guard.run(
        "Flow.Subscriber." + name,
        () -> {
          try {
            call.run();
          } catch (Throwable thrown) {
            end();
            throw thrown;
          }
        });
  }

  /** Forgets the subscriber and ends the call under way. */
  private void end() {
    subscriber = null;
    items = Collections.emptyIterator();
    pass.cancel();
  }
}
