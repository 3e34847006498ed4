package cloud.finfusion.internal.pagination;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.spi.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that come later: their items in order, until the last page, a failure or a cancel. */
class LazyAsyncPagesTest {
  private static final Page<String> FIRST = new Page<>(List.of("a", "b"), "two");
  private static final Page<String> LAST = new Page<>(List.of("c"), null);

  private final List<@Nullable String> cursors = new ArrayList<>();
  private final List<CompletableFuture<Page<String>>> fetched = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final AsyncPages<String> pages = Paging.asyncPages("letters.list", "one", this::fetch);

  private CompletableFuture<Page<String>> fetch(@Nullable String cursor) {
    CompletableFuture<Page<String>> page = new CompletableFuture<>();
    cursors.add(cursor);
    fetched.add(page);
    return page;
  }

  private static @Nullable Throwable failure(CompletableFuture<Void> done) {
    return done.handle((nothing, failure) -> failure).getNow(null);
  }

  @Test
  void theItemsOfAllPagesInOrderEachPageWhenItCame() {
    CompletableFuture<Void> done = pages.forEach(items::add);
    assertThat(cursors).containsExactly("one");

    fetched.get(0).complete(FIRST);
    assertThat(items).containsExactly("a", "b");
    assertThat(cursors).containsExactly("one", "two");
    assertThat(done).isNotDone();

    fetched.get(1).complete(LAST);
    assertThat(items).containsExactly("a", "b", "c");
    assertThat(done).isCompleted();
    assertThat(cursors).hasSize(2);
  }

  @Test
  void theFirstPageAlone() {
    CompletableFuture<Page<String>> first = pages.first();

    fetched.get(0).complete(FIRST);

    assertThat(first).isCompletedWithValue(FIRST);
    assertThat(cursors).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAPageFailedWithEndsItAsItIs(boolean wrapped) {
    AssertionError reason = new AssertionError("broken");
    CompletableFuture<Void> done = pages.forEach(items::add);

    fetched.get(0).complete(FIRST);
    fetched.get(1).completeExceptionally(wrapped ? new CompletionException(reason) : reason);

    assertThat(done).isCompletedExceptionally();
    assertThat(failure(done)).isSameAs(reason);
    assertThat(items).containsExactly("a", "b");
  }

  @Test
  void whatTheConsumerThrowsEndsIt() {
    AssertionError mine = new AssertionError("mine");
    CompletableFuture<Void> done =
        pages.forEach(
            item -> {
              throw mine;
            });

    fetched.get(0).complete(FIRST);

    assertThat(done).isCompletedExceptionally();
    assertThat(failure(done)).isSameAs(mine);
    assertThat(cursors).hasSize(1);
  }

  @Test
  void cancelledItEndsThePageOnItsWay() {
    CompletableFuture<Void> done = pages.forEach(items::add);
    fetched.get(0).complete(FIRST);

    done.cancel(true);

    assertThat(fetched.get(1)).isCancelled();
    assertThat(items).containsExactly("a", "b");
  }

  @Test
  void doneWhileAPageIsDeliveredItFetchesNoFurtherOne() {
    List<CompletableFuture<Void>> done = new ArrayList<>();
    done.add(pages.forEach(item -> done.get(0).cancel(true)));

    fetched.get(0).complete(FIRST);

    assertThat(cursors).hasSize(1);
  }

  @Test
  void doneWhileAPageIsBeingAskedForItEndsThatPageToo() {
    List<CompletableFuture<Void>> done = new ArrayList<>();
    AsyncPages<String> cancelling =
        Paging.asyncPages(
            "letters.list",
            null,
            cursor -> {
              done.forEach(each -> each.cancel(true));
              return fetch(cursor);
            });
    done.add(cancelling.forEach(items::add));

    fetched.get(0).complete(FIRST);

    assertThat(fetched.get(1)).isCancelled();
  }

  @Test
  void whatFollowsFromAResponseEndsItsCallWhenItIsCancelledAndOnlyThen() {
    CompletableFuture<Integer> three = new CompletableFuture<>();
    CompletableFuture<Integer> cancelled = new CompletableFuture<>();
    CompletableFuture<Integer> given = new CompletableFuture<>();

    CompletableFuture<Integer> six = Paging.thenApply(three, value -> 2 * value);
    Paging.thenApply(cancelled, value -> value).cancel(true);
    Paging.thenApply(given, value -> value).complete(7);
    three.complete(3);

    assertThat(six).isCompletedWithValue(6);
    assertThat(cancelled).isCancelled();
    assertThat(given).isNotDone();
  }
}
