package cloud.finfusion.sandbox.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param since the id of the oldest resource that counts; null for all
 * @param after the id of the last resource of the page before; null for the first page
 * @param oldestFirst whether older resources come first
 * @param limit how many resources at most
 */
public record PageRequest(
    @Nullable String since, @Nullable String after, boolean oldestFirst, int limit) {
  /** The query parameters of lists beside the cursor, whose name the specification says. */
  public static final String LIMIT = "limit";

  public static final String SINCE = "since";
  public static final String ORDER = "order";
}
