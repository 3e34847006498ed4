package cloud.finfusion.internal.pagination;

import java.util.LinkedHashSet;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a cursor that came before, in bounded memory however long the list and its cursors
 * are: each of the last 1,000 at once, and by a landmark a cycle of more. As the landmark moves on
 * at each power of two (Brent's algorithm), a cycle is found after less than three times as many
 * pages as there are different ones.
 */
final class SeenCursors {
  private static final int RECENT = 1_000;

  private final Set<ByteString> recent = new LinkedHashSet<>();
  private @Nullable ByteString landmark;
  private long count;
  private long nextLandmark = 1;

  boolean contains(String cursor) {
    ByteString hash = hash(cursor);
    return recent.contains(hash) || hash.equals(landmark);
  }

  void add(String cursor) {
    ByteString hash = hash(cursor);
    recent.add(hash);
    if (recent.size() > RECENT) {
      recent.remove(recent.iterator().next());
    }
    count++;
    if (count == nextLandmark) {
      landmark = hash;
      nextLandmark *= 2;
    }
  }

  private static ByteString hash(String cursor) {
    return ByteString.encodeUtf8(cursor).sha256();
  }
}
