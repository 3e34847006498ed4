package cloud.finfusion.templates.view;

import java.util.List;

/**
 * The pages of a list.
 *
 * @param item the Java type of an item
 * @param cursor the accessor of the query that returns where a page starts
 * @param values what the facade passes to the Retrofit method, with {@code cursor} for the cursor
 * @param items the accessor of a page that returns its items
 * @param hasMore the accessor of a page that returns whether another one follows
 * @param nextCursor the accessor of a page that returns where the next one starts
 * @param unfiltered whether all parameters of the query are optional, so that a method without them
 *     lists everything
 * @param findable whether the query has an {@code idempotency_key}, by which a write is found
 */
public record PageView(
    String item,
    String cursor,
    List<String> values,
    String items,
    String hasMore,
    String nextCursor,
    boolean unfiltered,
    boolean findable) {

  /** Copies the list. */
  public PageView {
    values = List.copyOf(values);
  }
}
