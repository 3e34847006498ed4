package cloud.finfusion.internal.pagination;

import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.spi.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list whose pages a function makes at once, and the cursors that were asked for. */
final class FakeList {
  private static final String OPERATION = "letters.list";

  final List<@Nullable String> requests = new ArrayList<>();
  private final Function<@Nullable String, Page<String>> page;

  FakeList(Function<@Nullable String, Page<String>> page) {
    this.page = page;
  }

  /** A list of numbered pages, each with that many items: 0.0, 0.1 … 1.0, 1.1 … */
  static FakeList numbered(int pages, int items) {
    return new FakeList(cursor -> numbered(cursor, pages, items));
  }

  private static Page<String> numbered(@Nullable String cursor, int pages, int items) {
    int at = cursor == null ? 0 : Integer.parseInt(cursor);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      all.add(at + "." + i);
    }
    return new Page<>(all, at + 1 < pages ? String.valueOf(at + 1) : null);
  }

  Page<String> fetch(@Nullable String cursor) {
    requests.add(cursor);
    return page.apply(cursor);
  }

  Pages<String> blocking() {
    return Paging.pages(OPERATION, null, this::fetch, this::fetchAhead);
  }

  AsyncPages<String> async() {
    return Paging.asyncPages(OPERATION, null, this::fetchAhead);
  }

  private CompletableFuture<Page<String>> fetchAhead(@Nullable String cursor) {
    return CompletableFuture.completedFuture(fetch(cursor));
  }
}
