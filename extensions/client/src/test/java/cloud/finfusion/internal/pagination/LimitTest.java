package cloud.finfusion.internal.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A limit ends a list of five pages with two items each, in each form, with or without prefetch.
 */
class LimitTest {
  private static final List<String> ALL =
      List.of("0.0", "0.1", "1.0", "1.1", "2.0", "2.1", "3.0", "3.1", "4.0", "4.1");

  private final FakeList list = FakeList.numbered(5, 2);
  private final List<String> items = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void theItemsAreTheFirstAndNoPageIsFetchedThatIsNotNeeded(Form form) {
    for (int limit = 0; limit <= 11; limit++) {
      items.clear();
      list.requests.clear();

      form.read(list.blocking().limit(limit), list.async().limit(limit), items::add);

      assertThat(items).isEqualTo(ALL.subList(0, Math.min(limit, 10)));
      assertThat(list.requests).hasSize(Math.min((limit + 1) / 2, 5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void norIsOneRequestedAhead(Form form) {
    form.read(list.blocking().prefetch().limit(4), list.async().limit(4).prefetch(), items::add);

    assertThat(items).isEqualTo(ALL.subList(0, 4));
    assertThat(list.requests).containsExactly(null, "1");
  }

  @Test
  void aPageThatIsCutHasNoCursorAndAWholeOneKeepsIt() {
    List<Page<String>> pages = new ArrayList<>();
    list.blocking().limit(3).pages().forEach(pages::add);
    list.blocking().limit(2).pages().forEach(pages::add);

    assertThat(pages)
        .containsExactly(
            new Page<>(List.of("0.0", "0.1"), "1"),
            new Page<>(List.of("1.0"), null),
            new Page<>(List.of("0.0", "0.1"), "1"));
  }

  @Test
  void theFirstPageAloneIsCutToo() {
    assertThat(list.async().limit(1).first())
        .isCompletedWithValue(new Page<>(List.of("0.0"), null));
    assertThat(list.async().prefetch().first().join().nextCursor()).isEqualTo("1");
    assertThat(list.requests).hasSize(2);
    assertThat(list.async().limit(0).first()).isCompletedWithValue(new Page<>(List.of(), null));
    assertThat(list.requests).hasSize(2);
  }

  @Test
  void theSmallestOfSeveralCountsAndTheListItselfStaysAsItIs() {
    Pages<String> all = list.blocking();

    assertThat(all.limit(5).limit(1)).hasSize(1);
    assertThat(all.limit(1).limit(5)).hasSize(1);
    assertThat(all.limit(5).from("4")).containsExactly("4.0", "4.1");
    assertThat(all.from("4").from(null).limit(1)).containsExactly("0.0");
    assertThat(all).isNotSameAs(all.prefetch()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void aNegativeOneIsRefused(long limit) {
    assertThatThrownBy(() -> list.blocking().limit(limit))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("limit: expected 0 or more");
    assertThatThrownBy(() -> list.async().limit(limit))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
