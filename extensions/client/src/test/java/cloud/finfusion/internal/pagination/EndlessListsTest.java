package cloud.finfusion.internal.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.pagination.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A list that would never end is a typed error, in each form, after a bounded number of requests.
 */
class EndlessListsTest {
  private static final String REPEATED =
      "letters.list: the list cannot be read to its end: expected the cursor of a further page, got"
          + " one that came before, so it has no end. Keep the items that came, and report the list"
          + " to FinFusion.";
  private static final String EMPTY =
      "letters.list: the list cannot be read to its end: expected items, got 100 empty pages in a"
          + " row. Keep the items that came, and report the list to FinFusion.";

  private final List<String> items = new ArrayList<>();

  private @Nullable Throwable end(Form form, FakeList list) {
    return catchThrowable(() -> form.read(list.blocking(), list.async(), items::add));
  }

  /**
   * After that many pages with cursors of their own, the cursors of a cycle come again and again.
   */
  private static FakeList cycle(int before, int length) {
    return new FakeList(
        cursor -> {
          int at = cursor == null ? 0 : Integer.parseInt(cursor);
          int next = at + 1 < before + length ? at + 1 : before;
          return new Page<>(List.of("item " + at), String.valueOf(next));
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("fault G the same cursor for ever: the items of both pages, then the error")
  void theSameCursor(Form form) {
    FakeList list = new FakeList(cursor -> new Page<>(List.of("a"), "same"));

    assertThat(end(form, list)).isInstanceOf(InvalidResponseException.class).hasMessage(REPEATED);
    assertThat(items).containsExactly("a", "a");
    assertThat(list.requests).containsExactly(null, "same");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 3", "7, 700"})
  void aCycleIsNoticedBeforeAPageIsRequestedTwice(int before, int length) {
    FakeList list = cycle(before, length);

    assertThat(end(Form.ITEMS, list)).hasMessage(REPEATED);
    assertThat(items).doesNotHaveDuplicates().hasSize(before + length);
  }

  @ParameterizedTest
  @CsvSource({"0, 1500", "3000, 1500", "100, 4097"})
  void aLongCycleIsNoticedAfterThreeTimesItsPagesAtMost(int before, int length) {
    FakeList list = cycle(before, length);

    assertThat(end(Form.ITEMS, list)).hasMessage(REPEATED);
    assertThat(list.requests).hasSizeLessThan(3 * (before + length));
  }

  @Test
  void theCursorThatAListIsResumedAtWasSeenToo() {
    FakeList list = new FakeList(cursor -> new Page<>(List.of("a"), "saved"));

    assertThat(catchThrowable(() -> list.blocking().from("saved").forEach(items::add)))
        .hasMessage(REPEATED);
    assertThat(list.requests).containsExactly("saved");
  }

  @Test
  void aLongListWithDifferentCursorsEndsWhereItEnds() {
    FakeList list = FakeList.numbered(5_000, 1);

    assertThat(end(Form.ITEMS, list)).isNull();
    assertThat(items).hasSize(5_000);
  }

  @Test
  void itRemembersOneThousandCursorsAndNoMore() {
    SeenCursors seen = new SeenCursors();
    for (int i = 0; i < 1_500; i++) {
      seen.add("cursor " + i);
    }

    assertThat(seen.contains("cursor 499")).isFalse();
    assertThat(seen.contains("cursor 500")).isTrue();
    assertThat(seen.contains("cursor 1499")).isTrue();
    assertThat(seen.contains("cursor 1500")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("fault G empty pages for ever: an error after 100 in a row")
  void emptyPages(Form form) {
    FakeList list = FakeList.numbered(Integer.MAX_VALUE, 0);

    assertThat(end(form, list)).isInstanceOf(InvalidResponseException.class).hasMessage(EMPTY);
    assertThat(list.requests).hasSize(100);
  }

  @Test
  void fewerEmptyPagesAreReadOver() {
    FakeList list =
        new FakeList(
            cursor -> {
              int at = Integer.parseInt(Objects.requireNonNullElse(cursor, "0"));
              List<String> found = at % 100 == 99 ? List.of("item " + at) : List.of();
              return new Page<>(found, at < 350 ? String.valueOf(at + 1) : null);
            });

    assertThat(end(Form.ITEMS, list)).isNull();
    assertThat(items).containsExactly("item 99", "item 199", "item 299");
  }

  @Test
  void theLastPageMayBeTheHundredthEmptyOne() {
    FakeList list = FakeList.numbered(100, 0);

    assertThat(end(Form.ITEMS, list)).isNull();
    assertThat(list.requests).hasSize(100);
  }
}
