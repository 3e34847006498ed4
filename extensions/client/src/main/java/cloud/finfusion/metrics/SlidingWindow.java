package cloud.finfusion.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded in the last minutes, in slices of a tenth of the window. The oldest slice is
 * dropped whole, so what is read is of the window or up to a tenth less. Thread-safe without a
 * lock; what a slice holds is, too.
 */
final class SlidingWindow<T> {
  private static final int SLICES = 10;

  private final Supplier<T> empty;
  private final long sliceNanos;
  private final AtomicReferenceArray<@Nullable Slice<T>> slices =
      new AtomicReferenceArray<>(SLICES);

  private record Slice<T>(long number, T content) {}

  /** Makes a window whose slices start empty. */
  SlidingWindow(Duration length, Supplier<T> empty) {
    this.empty = empty;
    this.sliceNanos = Math.max(1, length.toNanos() / SLICES);
  }

  /** Returns after what time a slice is dropped. */
  long sliceNanos() {
    return sliceNanos;
  }

  /** Returns the slice of now. */
  T current(long now) {
    return slice(Math.floorDiv(now, sliceNanos)).content;
  }

  private Slice<T> slice(long number) {
    int place = (int) Math.floorMod(number, (long) SLICES);
    Slice<T> there = slices.get(place);
    if (there != null && there.number >= number) {
      return there; // of a later time if this thread was held up for a whole window
    }
    Slice<T> next = new Slice<>(number, empty.get());
    return slices.compareAndSet(place, there, next) ? next : slice(number);
  }

  /** Returns the slices that the window holds now. */
  List<T> all(long now) {
    long first = Math.floorDiv(now, sliceNanos) - SLICES + 1;
    List<T> held = new ArrayList<>();
    for (int i = 0; i < SLICES; i++) {
      Slice<T> slice = slices.get(i);
      if (slice != null && slice.number >= first) {
        held.add(slice.content);
      }
    }
    return held;
  }
}
