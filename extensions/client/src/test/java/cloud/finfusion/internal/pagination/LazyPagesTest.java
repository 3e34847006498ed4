package cloud.finfusion.internal.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.spi.Paging;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of three pages, of which each is fetched when it is needed and none after the last. */
class LazyPagesTest {
  private final List<String> fetched = new ArrayList<>();

  private Page<String> fetch(@Nullable String cursor) {
    String at = Objects.requireNonNullElse(cursor, "start");
    fetched.add(at);
    return switch (at) {
      case "start" -> new Page<>(List.of("a", "b"), "two");
      case "two" -> new Page<>(List.of(), "three");
      case "three" -> new Page<>(List.of("c"), null);
      default -> throw new AssertionError("no page " + cursor);
    };
  }

  private Pages<String> pages(@Nullable String start) {
    return Paging.pages(
        "letters.list",
        start,
        this::fetch,
        cursor -> {
          throw new AssertionError("ahead of its use");
        });
  }

  @Test
  void allItemsInOrderAndAnewEachTime() {
    Pages<String> pages = pages(null);

    assertThat(pages).containsExactly("a", "b", "c");
    assertThat(pages.stream()).containsExactly("a", "b", "c");
    assertThat(fetched).containsExactly("start", "two", "three", "start", "two", "three");
  }

  @Test
  void fromACursorOn() {
    assertThat(pages("three")).containsExactly("c");
    assertThat(fetched).containsExactly("three");
  }

  @Test
  void noPageIsFetchedBeforeItIsNeeded() {
    Iterator<Page<String>> pages = pages(null).pages().iterator();

    assertThat(pages.hasNext()).isTrue();
    assertThat(fetched).isEmpty();
    assertThat(pages.next().nextCursor()).isEqualTo("two");
    assertThat(pages.hasNext()).isTrue();
    assertThat(fetched).containsExactly("start");
  }

  @Test
  void afterTheLastPageThereIsNone() {
    Iterator<Page<String>> pages = pages("three").pages().iterator();
    pages.next();

    assertThat(pages.hasNext()).isFalse();
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    assertThat(fetched).containsExactly("three");
  }

  @ParameterizedTest
  @CsvSource({"true, next, next", "false, next, ", "false, , "})
  void aPageLeadsOnOnlyIfThereIsMore(
      boolean more, @Nullable String cursor, @Nullable String expected) {
    Page<String> page = Paging.page("payments.list", List.of("a"), more, cursor);

    assertThat(page).isEqualTo(new Page<>(List.of("a"), expected));
    assertThat(page.hasNext()).isEqualTo(more);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void moreWithoutACursorIsAnError(@Nullable String none) {
    assertThatThrownBy(() -> Paging.page("payments.list", List.of(), true, none))
        .isInstanceOf(InvalidResponseException.class)
        .hasMessageStartingWith("payments.list: ")
        .hasMessageContaining("expected a cursor, as there is more, got none");
  }
}
