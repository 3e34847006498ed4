package cloud.finfusion.auth;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries several sources; the first that has a key wins. */
final class FirstKeySource implements KeySource {
  private final transient List<KeySource> inOrder; // transient: no secret where fields are printed

  FirstKeySource(List<KeySource> inOrder) {
    this.inOrder = inOrder;
  }

  @Override
  public @Nullable String key() {
    for (KeySource each : inOrder) {
      String key = each.key();
      if (key != null) {
        return key;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return inOrder.stream().map(KeyFormat::place).collect(Collectors.joining(", "));
  }
}
