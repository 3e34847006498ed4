package cloud.finfusion.spi;

import cloud.finfusion.runtime.GeneratedModel;
import org.jspecify.annotations.Nullable;

/**
 * What a response says of one item of a batch: a value or an error.
 *
 * @param index the item's place in the request, from 0
 * @param value what was made of the item; null if it was refused
 * @param status the HTTP status that the item would have had as a request of its own; null if the
 *     response does not say
 * @param error why the item was refused; null if it was not
 */
public record BatchEntry<V>(
    int index, @Nullable V value, @Nullable Integer status, @Nullable GeneratedModel<?> error) {

  /** Shows no value, which may be personal data. */
  @Override
  public String toString() {
    return "BatchEntry[" + index + (error == null ? "]" : ", refused]");
  }
}
