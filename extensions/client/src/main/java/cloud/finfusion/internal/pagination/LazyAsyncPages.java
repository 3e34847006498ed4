package cloud.finfusion.internal.pagination;

import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page when the items of the page before were consumed, or one page earlier.
 *
 * @param fetch fetches the page at a cursor
 */
public record LazyAsyncPages<T>(
    Selection<T> selection, Function<@Nullable String, CompletableFuture<Page<T>>> fetch)
    implements AsyncPages<T> {
  @Override
  public CompletableFuture<Page<T>> first() {
    PagePass<T> pass = new PagePass<>(selection.onePageAtATime(), fetch);
    return pass.hasNext()
        ? Following.thenApply(pass.request(), came -> pass.receive())
        : CompletableFuture.completedFuture(new Page<>(List.of(), null));
  }

  @Override
  public CompletableFuture<Void> forEach(Consumer<? super T> consumer) {
    return EachItem.of(publisher(Page::items), consumer);
  }

  @Override
  public CompletableFuture<Void> forEachPage(Consumer<? super Page<T>> consumer) {
    return EachItem.of(publisher(List::of), consumer);
  }

  @Override
  public Flow.Publisher<T> publisher() {
    return publisher(Page::items);
  }

  private <R> Flow.Publisher<R> publisher(Function<Page<T>, List<R>> content) {
    return subscriber ->
        new PageSubscription<>(new PagePass<>(selection, fetch), content).start(subscriber);
  }

  @Override
  public AsyncPages<T> limit(long items) {
    return new LazyAsyncPages<>(selection.limitedTo(items), fetch);
  }

  @Override
  public AsyncPages<T> from(@Nullable String cursor) {
    return new LazyAsyncPages<>(selection.from(cursor), fetch);
  }

  @Override
  public AsyncPages<T> prefetch() {
    return new LazyAsyncPages<>(selection.prefetching(), fetch);
  }
}
