package cloud.finfusion.internal.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.spi.Paging;
import cloud.finfusion.testing.BlockingOrAsync;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Reactive Streams that the publisher of a list keeps. */
class PublisherTest {
  private final FakeList list = FakeList.numbered(3, 2);
  private final Recorder recorder = new Recorder();

  /** Notes its signals and requests nothing by itself. */
  private static class Recorder implements Flow.Subscriber<String> {
    final List<String> signals = new ArrayList<>();
    final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    Recorder of(AsyncPages<String> pages) {
      pages.publisher().subscribe(this);
      return this;
    }

    void request(long n) {
      subscription.join().request(n);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription.complete(given);
    }

    @Override
    public void onNext(String item) {
      signals.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      signals.add(String.valueOf(failure.getMessage()));
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }

  @Test
  void noMoreItemsThanRequestedAndNoPageBeforeItsFirstItemIs() {
    recorder.of(list.async());
    assertThat(list.requests).isEmpty();

    recorder.request(1);
    assertThat(recorder.signals).containsExactly("0.0");
    recorder.request(1);
    assertThat(recorder.signals).containsExactly("0.0", "0.1");
    assertThat(list.requests).hasSize(1);
    recorder.request(4);
    assertThat(recorder.signals).endsWith("2.0", "2.1", "complete");
    assertThat(list.requests).hasSize(3);
  }

  @Test
  void eachSubscriberStartsAnew() {
    AsyncPages<String> pages = list.async();
    recorder.of(pages).request(1);
    Recorder second = new Recorder().of(pages);

    second.request(9);

    assertThat(second.signals).startsWith("0.0").endsWith("complete").hasSize(7);
  }

  @Test
  void demandAddsUpWithoutOverflow() {
    recorder.of(list.async().limit(0));
    assertThat(recorder.signals).containsExactly("complete");
    Recorder greedy =
        new Recorder() {
          @Override
          public void onSubscribe(Flow.Subscription given) {
            given.request(Long.MAX_VALUE);
            given.request(Long.MAX_VALUE);
            given.request(1);
          }
        }.of(list.async());

    assertThat(greedy.signals).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void whatIsNoRequestIsAnError(long n) {
    recorder.of(list.async()).request(1);

    recorder.request(n);
    recorder.request(5);

    assertThat(recorder.signals).containsExactly("0.0", "rule 3.9: request(n) expects 1 or more");
  }

  @Test
  void nothingComesAfterACancel() {
    recorder.of(list.async()).request(1);

    recorder.subscription.join().cancel();
    recorder.request(5);
    recorder.request(-1);
    recorder.subscription.join().cancel();

    assertThat(recorder.signals).containsExactly("0.0");
    assertThat(list.requests).hasSize(1);
  }

  @Test
  void aCancelEndsTheCallUnderWay() {
    CompletableFuture<Page<String>> page = new CompletableFuture<>();
    recorder.of(Paging.asyncPages("letters.list", null, cursor -> page)).request(1);

    recorder.subscription.join().cancel();

    assertThat(page).isCancelled();
    assertThat(recorder.signals).isEmpty();
  }

  @Test
  void noSignalComesBeforeOnSubscribeReturned() {
    List<String> order = new ArrayList<>();
    Recorder eager =
        new Recorder() {
          @Override
          public void onSubscribe(Flow.Subscription given) {
            given.request(1);
            order.add("subscribed");
          }

          @Override
          public void onNext(String item) {
            order.add(item);
          }
        }.of(list.async());

    assertThat(order).containsExactly("subscribed", "0.0");
    assertThat(eager.signals).isEmpty();
  }

  /** The signals at which a subscriber throws. */
  private enum Signal {
    ON_SUBSCRIBE,
    ON_NEXT,
    ON_ERROR,
    ON_COMPLETE
  }

  private record Thrower(Signal signal, List<Signal> called) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription given) {
      given.request(1);
      at(Signal.ON_SUBSCRIBE);
      given.request(99);
    }

    @Override
    public void onNext(String item) {
      at(Signal.ON_NEXT);
    }

    @Override
    public void onError(Throwable failure) {
      at(Signal.ON_ERROR);
    }

    @Override
    public void onComplete() {
      at(Signal.ON_COMPLETE);
    }

    private void at(Signal here) {
      called.add(here);
      if (here == signal) {
        throw new AssertionError("mine");
      }
    }
  }

  @Test
  void aSubscriberThatThrowsIsNotCalledAgainAndTheRequesterIsSpared() {
    Stream.of(Signal.values())
        .forEach(
            signal -> {
              FakeList one =
                  new FakeList(
                      cursor ->
                          signal == Signal.ON_ERROR
                              ? FakeList.numbered(1, 1).fetch("no number")
                              : new Page<>(List.of("a"), null));
              Thrower thrower = new Thrower(signal, new ArrayList<>());

              one.async().publisher().subscribe(thrower);

              assertThat(thrower.called).last().isEqualTo(signal);
              assertThat(thrower.called).doesNotHaveDuplicates();
            });
  }

  @Test
  void aSubscriberThatThrowsEndsThePageAhead() {
    List<CompletableFuture<Page<String>>> pages = new ArrayList<>();
    AsyncPages<String> ahead =
        Paging.<String>asyncPages(
                "letters.list",
                null,
                cursor -> {
                  pages.add(new CompletableFuture<>());
                  return pages.get(pages.size() - 1);
                })
            .prefetch();
    ahead.publisher().subscribe(new Thrower(Signal.ON_NEXT, new ArrayList<>()));

    pages.get(0).complete(new Page<>(List.of("a"), "two"));

    assertThat(pages.get(1)).isCancelled();
  }

  @Test
  void anAbsentSubscriberIsRefused() {
    Flow.@Nullable Subscriber<String> none = null;
    assertThatThrownBy(() -> subscribe(none)).isInstanceOf(NullPointerException.class);
  }

  @SuppressWarnings("NullAway") // what a caller without nullness checks can do
  private void subscribe(Flow.@Nullable Subscriber<String> subscriber) {
    list.async().publisher().subscribe(subscriber);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLongListOfSmallPagesNeedsNoStack(boolean prefetch) {
    AtomicInteger count = new AtomicInteger();
    AsyncPages<String> pages = FakeList.numbered(100_000, 1).async();

    BlockingOrAsync.result(
        (prefetch ? pages.prefetch() : pages).forEach(item -> count.incrementAndGet()));

    assertThat(count).hasValue(100_000);
  }

  @Test
  void signalsAreSerialWhoeverRequestsAndWhereverPagesCome() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger items = new AtomicInteger();
    CompletableFuture<Integer> most = new CompletableFuture<>();
    AsyncPages<String> pages =
        Paging.asyncPages(
            "numbers.list",
            null,
            cursor ->
                CompletableFuture.supplyAsync(() -> FakeList.numbered(200, 50).fetch(cursor)));
    pages
        .publisher()
        .subscribe(
            new Recorder() {
              private int seen;

              @Override
              public void onSubscribe(Flow.Subscription given) {
                for (int i = 0; i < 10_000; i += 10) {
                  var unused = CompletableFuture.runAsync(() -> given.request(10));
                }
              }

              @Override
              public void onNext(String item) {
                seen = Math.max(seen, inside.incrementAndGet());
                items.incrementAndGet();
                inside.decrementAndGet();
              }

              @Override
              public void onComplete() {
                most.complete(seen);
              }
            });

    assertThat(BlockingOrAsync.result(most)).isEqualTo(1);
    assertThat(items).hasValue(10_000);
  }
}
