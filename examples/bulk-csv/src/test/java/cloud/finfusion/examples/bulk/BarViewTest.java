package cloud.finfusion.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.metrics.BulkProgress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bar shows how far the import is and what failed. */
class BarViewTest {
  @ParameterizedTest
  @CsvSource({"500, 200/500, 0:01:23", ", 200, ?"})
  void theBarShowsTheProgress(@Nullable Long total, String shown, String eta) {
    List<String> drawn = new CopyOnWriteArrayList<>();
    ProgressBarBuilder bar =
        new ProgressBarBuilder().setConsumer(new DelegatingProgressBarConsumer(drawn::add, 120));

    Duration left = total == null ? null : Duration.ofSeconds(83);
    try (BarView view = new BarView(bar, total)) {
      view.show(
          new BulkProgress(
              "customers.createBatch", 200, 190, 7, 3, 2, 0, 100, Duration.ofSeconds(2), left));
    }

    assertThat(drawn.get(drawn.size() - 1)).contains(shown, eta, "7 failed, 3 unknown");
  }
}
