package cloud.finfusion.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.retry.RetryOptions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many retries are paid for by a reserve and by the calls that were made. */
class SavedBudgetTest {
  private static RetryBudget budget(double ratio, int reserve) {
    return RetryBudget.of(RetryOptions.builder().budget(ratio, reserve).build());
  }

  private static RetryBudget after(RetryBudget budget, int calls) {
    IntStream.range(0, calls).forEach(i -> budget.callMade());
    return budget;
  }

  /** How many retries it pays for now, ten thousand at most. */
  private static int paid(RetryBudget budget) {
    int paid = 0;
    while (paid < 10_000 && budget.payRetry()) {
      paid++;
    }
    return paid;
  }

  @ParameterizedTest(name = "ratio {0}, reserve {1}: {2} retries at the start")
  @CsvSource({"0.1, 0, 0", "0.1, 1, 1", "0, 5, 5", "1, 1000, 1000"})
  void theReserveIsPaidInAdvance(double ratio, int reserve, int retries) {
    assertThat(paid(budget(ratio, reserve))).isEqualTo(retries);
  }

  @ParameterizedTest(name = "ratio {0}, reserve {1}, spent: {2} calls pay for {3} retries")
  @CsvSource({
    "0.1, 5, 9, 0", "0.1, 5, 10, 1", "0.1, 5, 19, 1", "0.1, 5, 20, 2",
    "0.25, 5, 8, 2", "1, 5, 3, 3", "0, 5, 100, 0", "0.0004, 5, 100, 0"
  })
  void callsPayForMore(double ratio, int reserve, int calls, int retries) {
    RetryBudget budget = budget(ratio, reserve);
    paid(budget);

    assertThat(paid(after(budget, calls))).isEqualTo(retries);
  }

  @ParameterizedTest(name = "a reserve of {0}: {1} retries at most, however many calls were made")
  @CsvSource({"0, 1", "1, 1", "5, 5"})
  void noMoreIsSavedThanTheReserveOrOneRetry(int reserve, int retries) {
    assertThat(paid(after(budget(0.5, reserve), 1000))).isEqualTo(retries);
  }

  @Test
  void withoutABudgetEveryRetryIsPaid() {
    RetryBudget unlimited = RetryBudget.of(RetryOptions.builder().build());
    unlimited.callMade();

    assertThat(paid(unlimited)).isEqualTo(10_000);
  }
}
