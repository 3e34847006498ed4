package cloud.finfusion.internal.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.spi.Paging;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One page is requested while the caller works on the page before it; never two. */
class PrefetchTest {
  private static final Page<String> FIRST = new Page<>(List.of("a", "b"), "two");
  private static final Page<String> SECOND = new Page<>(List.of("c"), "three");
  private static final Page<String> THIRD = new Page<>(List.of("d"), null);

  private final List<@Nullable String> cursors = new ArrayList<>();
  private final List<CompletableFuture<Page<String>>> requested = new ArrayList<>();
  private final List<CompletableFuture<Page<String>>> prepared = new ArrayList<>();
  private final AsyncPages<String> async =
      Paging.<String>asyncPages("letters.list", null, this::request).prefetch();
  private final Pages<String> pages =
      Paging.<String>pages(
              "letters.list",
              null,
              cursor -> {
                throw new AssertionError("not ahead");
              },
              this::request)
          .prefetch();

  private CompletableFuture<Page<String>> request(@Nullable String cursor) {
    CompletableFuture<Page<String>> page =
        prepared.isEmpty() ? new CompletableFuture<>() : prepared.remove(0);
    cursors.add(cursor);
    requested.add(page);
    return page;
  }

  private void prepare(Page<String> page) {
    prepared.add(CompletableFuture.completedFuture(page));
  }

  @Test
  void thePageAfterTheCallersOwnIsRequestedAndNoneAfterIt() {
    prepare(FIRST);
    prepare(SECOND);
    prepare(THIRD);
    Iterator<String> items = pages.iterator();
    assertThat(cursors).isEmpty();

    assertThat(items.next()).isEqualTo("a");
    assertThat(cursors).containsExactly(null, "two");
    assertThat(items.next()).isEqualTo("b");
    assertThat(cursors).hasSize(2); // though the second page came
    assertThat(items.next()).isEqualTo("c");
    assertThat(cursors).containsExactly(null, "two", "three");
    assertThat(items.next()).isEqualTo("d");
    assertThat(items.hasNext()).isFalse();
    assertThat(cursors).hasSize(3);
  }

  @Test
  void itsErrorIsThrownWhereItsItemsWouldComeAndAskedAgainItIsFetchedAgain() {
    IllegalStateException broken = new IllegalStateException("broken");
    prepare(FIRST);
    prepared.add(CompletableFuture.failedFuture(new CompletionException(broken)));
    prepare(new Page<>(List.of("c"), null));
    Iterator<String> items = pages.iterator();

    assertThat(items.next()).isEqualTo("a");
    assertThat(items.next()).isEqualTo("b");
    assertThat(catchThrowable(items::hasNext)).isSameAs(broken);
    assertThat(items.next()).isEqualTo("c");
    assertThat(items.hasNext()).isFalse();
    assertThat(cursors).containsExactly(null, "two", "two");
  }

  @Test
  void anAbandonedIterationLosesNothing() {
    prepare(FIRST);
    prepare(SECOND);
    Page<String> last = pages.pages().iterator().next();
    prepare(SECOND);
    prepare(THIRD);

    assertThat(pages.from(last.nextCursor())).containsExactly("c", "d");
    assertThat(cursors).containsExactly(null, "two", "two", "three");
  }

  @Test
  void interruptedWhileItWaitsItEndsTheCallAndKeepsTheFlag() {
    Iterator<String> items = pages.iterator();
    Thread.currentThread().interrupt();

    assertThatThrownBy(items::next)
        .isInstanceOfSatisfying(
            CallCancelledException.class,
            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN))
        .hasMessage("letters.list: the thread was interrupted; its flag is still set.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(requested.get(0)).isCancelled();
  }

  @Test
  void asynchronouslyItIsOneAheadToo() {
    List<String> items = new ArrayList<>();
    CompletableFuture<Void> done =
        async.forEach(
            item -> {
              items.add(item);
              assertThat(cursors).hasSize(item.equals("d") ? 3 : item.equals("c") ? 3 : 2);
            });
    assertThat(cursors).hasSize(1);

    requested.get(0).complete(FIRST);
    assertThat(cursors).containsExactly(null, "two");
    requested.get(1).complete(SECOND);
    requested.get(2).complete(THIRD);

    assertThat(done).isCompleted();
    assertThat(items).containsExactly("a", "b", "c", "d");
  }

  @Test
  void cancelledItEndsThePageAheadOfOneThatIsBeingDelivered() {
    List<CompletableFuture<Void>> done = new ArrayList<>();
    done.add(async.forEach(item -> done.get(0).cancel(true)));

    requested.get(0).complete(FIRST);

    assertThat(requested.get(1)).isCancelled();
  }
}
