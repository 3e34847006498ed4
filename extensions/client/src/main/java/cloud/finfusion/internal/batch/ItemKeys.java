package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import cloud.finfusion.spi.BatchOperation;
import java.util.UUID;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Gives each item its idempotency key: the item's own; else one made of its reference; else one
 * made of the batch's id and the item's position; else a new one. Never one made of the content, as
 * two equal payments are legal.
 */
final class ItemKeys<I extends GeneratedModel<?>> {
  private static final int LONGEST_REFERENCE = 1000;

  private final BatchOperation<I, ?> operation;
  private final @Nullable Function<? super I, String> references;
  private final @Nullable String batchId;
  private final UUID run = UUID.randomUUID();

  ItemKeys(BatchOperation<I, ?> operation, BatchOptions<? super I> options) {
    this.operation = operation;
    this.references = options.reference();
    this.batchId = options.batchId();
  }

  /**
   * Returns the item with its key.
   *
   * @param index the place that the item's result will have
   * @param position the place in the whole input, of which the key is made
   */
  KeyedItem<I> keyed(int index, long position, @Nullable I item) {
    String place = "items[" + position + "]";
    if (item == null) {
      throw mistake(place, "expected an item, got null. Leave it out");
    }
    String reference = references == null ? null : reference(references, item, place);
    String own = operation.key().apply(item);
    if (own != null) {
      return new KeyedItem<>(index, reference, own, item, item);
    }
    String key = made(reference, position);
    return new KeyedItem<>(index, reference, key, item, operation.withKey().apply(item, key));
  }

  private String reference(Function<? super I, String> of, I item, String place) {
    String reference;
    try {
      reference = of.apply(item);
    } catch (Throwable thrown) {
      throw mistake(place, "expected a reference, the function threw " + Guard.describe(thrown));
    }
    if (reference == null || reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
      throw mistake(
          place, "expected a reference of 1 to 1000 characters, got none or a blank or longer one");
    }
    SafeText.requireWhole(operation.name() + " reference of " + place, reference);
    return reference;
  }

  private String made(@Nullable String reference, long position) {
    if (reference != null) {
      return digest("reference\n" + reference);
    }
    return batchId == null ? run + "-" + position : digest("batch\n" + position + "\n" + batchId);
  }

  /** Derives the key from the operation too, so that one reference serves several operations. */
  private String digest(String text) {
    return ByteString.encodeUtf8(operation.name() + '\n' + text).sha256().hex();
  }

  private InvalidArgumentException mistake(String place, String problem) {
    return new InvalidArgumentException(operation.name() + " " + place, problem);
  }
}
