package cloud.finfusion.internal.pagination;

import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.testing.BlockingOrAsync;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** The forms in which a list is read to its end; what ends it early is thrown. */
enum Form {
  ITEMS {
    @Override
    void read(Pages<String> blocking, AsyncPages<String> async, Consumer<String> items) {
      blocking.forEach(items);
    }
  },
  STREAM {
    @Override
    void read(Pages<String> blocking, AsyncPages<String> async, Consumer<String> items) {
      blocking.stream().forEach(items);
    }
  },
  PAGES {
    @Override
    void read(Pages<String> blocking, AsyncPages<String> async, Consumer<String> items) {
      for (Page<String> page : blocking.pages()) {
        page.items().forEach(items);
      }
    }
  },
  EACH {
    @Override
    void read(Pages<String> blocking, AsyncPages<String> async, Consumer<String> items) {
      BlockingOrAsync.result(async.forEach(items));
    }
  },
  EACH_PAGE {
    @Override
    void read(Pages<String> blocking, AsyncPages<String> async, Consumer<String> items) {
      BlockingOrAsync.result(async.forEachPage(page -> page.items().forEach(items)));
    }
  },
  PUBLISHER {
    @Override
    void read(Pages<String> blocking, AsyncPages<String> async, Consumer<String> items) {
      OneByOne subscriber = new OneByOne(items);
      async.publisher().subscribe(subscriber);
      BlockingOrAsync.result(subscriber.done);
    }
  };

  /** Reads the form's list, the other is not touched. */
  abstract void read(Pages<String> blocking, AsyncPages<String> async, Consumer<String> items);

  /** Asks for the next item when it got one. */
  private static final class OneByOne implements Flow.Subscriber<String> {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Consumer<String> items;
    private Flow.Subscription subscription = new NoSubscription();

    OneByOne(Consumer<String> items) {
      this.items = items;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(String item) {
      items.accept(item);
      subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
      done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      done.complete(null);
    }
  }

  private static final class NoSubscription implements Flow.Subscription {
    @Override
    public void request(long n) {
      throw new AssertionError("requested before onSubscribe");
    }

    @Override
    public void cancel() {
      throw new AssertionError("cancelled before onSubscribe");
    }
  }
}
