package cloud.finfusion.templates.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that calls an operation.
 *
 * @param ids the variables that it starts with: ids of what must exist
 * @param lines its lines after those
 * @param result the variable of what is returned; null if nothing is
 */
public record SnippetView(List<Id> ids, List<String> lines, @Nullable String result) {

  private static final int MOST_LINES = 30;

  /** Copies the lists. */
  public SnippetView {
    ids = List.copyOf(ids);
    lines = List.copyOf(lines);
  }

  /** Whether the program is short enough for Javadoc; the reference shows any. */
  public boolean brief() {
    return lines.size() <= MOST_LINES;
  }

  /**
   * The id of something that must exist.
   *
   * @param variable the Java variable, as {@code paymentId}
   * @param field its name as it is sent, as {@code payment_id}
   * @param literal the specification's example, as a Java literal
   */
  public record Id(String variable, String field, String literal) {}
}
