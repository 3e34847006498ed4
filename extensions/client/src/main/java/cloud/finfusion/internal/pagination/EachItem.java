package cloud.finfusion.internal.pagination;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Passes all items to a consumer. The end of the items ends the future, and the end of the future
 * ends the subscription.
 */
record EachItem<T>(Consumer<? super T> consumer, CompletableFuture<Void> done)
    implements Flow.Subscriber<T> {

  static <T> CompletableFuture<Void> of(Flow.Publisher<T> items, Consumer<? super T> consumer) {
    EachItem<T> each = new EachItem<>(consumer, new CompletableFuture<>());
    items.subscribe(each);
    return each.done;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    var unused = done.whenComplete((nothing, failure) -> subscription.cancel());
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T item) {
    try {
      consumer.accept(item);
    } catch (Throwable thrown) {
      done.completeExceptionally(thrown);
    }
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
