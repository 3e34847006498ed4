package cloud.finfusion.examples.bulk;

import cloud.finfusion.metrics.BulkProgress;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A bar that moves, drawn by a thread of its own. */
final class BarView implements ProgressView {
  private static final long UNKNOWN = -1;

  private final ProgressBar bar;
  private volatile @Nullable Duration eta;

  BarView(ProgressBarBuilder bar, @Nullable Long total) {
    this.bar =
        bar.setTaskName("customers")
            .setInitialMax(total == null ? UNKNOWN : total)
            .setEtaFunction(state -> Optional.ofNullable(eta)) // a resumed run starts in the middle
            .build();
  }

  static BarView onTerminal(@Nullable Long total) {
    return new BarView(new ProgressBarBuilder(), total);
  }

  @Override
  public void show(BulkProgress progress) {
    eta = progress.eta();
    bar.setExtraMessage(ProgressText.problems(progress));
    bar.stepTo(progress.processed());
  }

  @Override
  public void close() {
    bar.close();
  }
}
