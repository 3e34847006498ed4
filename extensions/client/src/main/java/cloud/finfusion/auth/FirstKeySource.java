package cloud.finfusion.auth;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chain of places: the first that has a key wins. */
record FirstKeySource(List<KeySource> inOrder) implements KeySource {
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
    return inOrder.stream().map(KeySource::toString).collect(Collectors.joining(", "));
  }
}
