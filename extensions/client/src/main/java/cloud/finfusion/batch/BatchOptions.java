package cloud.finfusion.batch;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a batch is sent. Immutable. {@code toString} shows neither the batch's id nor a reference.
 *
 * <pre>{@code
 * BatchOptions.builder().batchSize(100).continueOnError(true).build()
 * BatchOptions.<CustomerBatchItem>builder().reference(CustomerBatchItem::email).build()
 * }</pre>
 *
 * @param <I> an item
 */
public final class BatchOptions<I> {
  private final @Nullable Integer batchSize;
  private final int concurrency;
  private final boolean continueOnError;
  private final transient @Nullable String batchId;
  private final transient @Nullable Function<? super I, String> reference;
  private final @Nullable Duration deadline;
  private final CallOptions requestOptions;

  private BatchOptions(Builder<I> builder) {
    batchSize = builder.batchSize;
    concurrency = builder.concurrency;
    continueOnError = builder.continueOnError;
    batchId = builder.batchId;
    reference = builder.reference;
    deadline = builder.deadline;
    requestOptions = builder.requestOptions;
  }

  /** Returns the defaults. */
  public static <I> BatchOptions<I> none() {
    return BatchOptions.<I>builder().build();
  }

  /** Returns a new builder. */
  public static <I> Builder<I> builder() {
    return new Builder<>();
  }

  /** Returns how many items a request holds; null for as many as it may, at most 100. */
  public @Nullable Integer batchSize() {
    return batchSize;
  }

  /** Returns how many requests are in flight at once. */
  public int concurrency() {
    return concurrency;
  }

  /** Returns whether the batch goes on after an item that was not done. */
  public boolean continueOnError() {
    return continueOnError;
  }

  /** Returns the id from which the items' keys are made; null if there is none. */
  public @Nullable String batchId() {
    return batchId;
  }

  /** Returns the function from whose references the items' keys are made; null without one. */
  public @Nullable Function<? super I, String> reference() {
    return reference;
  }

  /** Returns the time for the whole batch; null for a deadline per request only. */
  public @Nullable Duration deadline() {
    return deadline;
  }

  /** Returns the options of each request. */
  public CallOptions requestOptions() {
    return requestOptions;
  }

  @Override
  public String toString() {
    return "BatchOptions{batchSize="
        + batchSize
        + ", concurrency="
        + concurrency
        + ", continueOnError="
        + continueOnError
        + ", deadline="
        + deadline
        + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder<I> {
    private static final int MOST_IN_FLIGHT = 64;
    private static final int LONGEST_ID = 1000;

    private @Nullable Integer batchSize;
    private int concurrency = 4;
    private boolean continueOnError = true;
    private transient @Nullable String batchId;
    private transient @Nullable Function<? super I, String> reference;
    private @Nullable Duration deadline;
    private CallOptions requestOptions = CallOptions.none();

    private Builder() {}

    /**
     * How many items a request holds; at least 1, at most what the operation takes. Default 100
     * (documented by the vendor), or what the operation takes if that is less.
     */
    public Builder<I> batchSize(int items) {
      this.batchSize = items;
      return this;
    }

    /**
     * How many requests are in flight at once, within the client's own limits; 1 to 64. Default 4
     * (our decision).
     */
    public Builder<I> concurrency(int requests) {
      this.concurrency = requests;
      return this;
    }

    /**
     * Whether the batch goes on after an item that was not done or may have been. If not, nothing
     * new is sent from then on: what was in flight is reported, the rest is {@link
     * BatchItem.Skipped}. Default true.
     */
    public Builder<I> continueOnError(boolean goOn) {
      this.continueOnError = goOn;
      return this;
    }

    /**
     * Makes each item's idempotency key from this id and the item's place: run again with the same
     * items in the same order, the batch does nothing twice. 1 to 1000 characters, not blank.
     * Default: new keys for each run, which repeat an item safely within the run only.
     */
    public Builder<I> batchId(String id) {
      this.batchId = id;
      return this;
    }

    /**
     * Makes each item's idempotency key from a reference of your business, as an order's number:
     * items may then stand in another order or another batch. Not with {@link #batchId}. Two items
     * with the same reference are one: both get the result of the first.
     */
    public Builder<I> reference(Function<? super I, String> ofItem) {
      this.reference = ofItem;
      return this;
    }

    /**
     * The time for the whole batch; more than zero, at most one day. Items that were not sent in
     * time fail, each with a deadline error. Default: none; each request has its own deadline.
     */
    public Builder<I> deadline(Duration time) {
      this.deadline = time;
      return this;
    }

    /**
     * What each request does differently from the client, as its deadline. Without an idempotency
     * key or reference, which are the items'. Default: nothing.
     */
    public Builder<I> requestOptions(CallOptions options) {
      this.requestOptions = options;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public BatchOptions<I> build() {
      if (batchSize != null) {
        Checks.atLeastOne("batchSize", batchSize);
      }
      Checks.within("concurrency", concurrency, 1, MOST_IN_FLIGHT);
      if (batchId != null) {
        requireId(batchId);
      }
      if (batchId != null && reference != null) {
        throw new InvalidArgumentException(
            "batchId", "expected an id or a reference function, got both. Leave one out");
      }
      if (deadline != null) {
        Checks.upToOneDay("deadline", deadline);
      }
      InvalidArgumentException.unlessPresent("requestOptions", requestOptions);
      if (requestOptions.idempotencyKey() != null
          || requestOptions.idempotencyReference() != null) {
        throw new InvalidArgumentException(
            "requestOptions",
            "expected options without an idempotency key or reference, as each item has its own,"
                + " got one. Leave it out");
      }
      return new BatchOptions<>(this);
    }

    private static void requireId(String id) {
      if (id.isBlank() || id.length() > LONGEST_ID) {
        throw new InvalidArgumentException(
            "batchId", "expected 1 to 1000 characters, got a blank or longer text");
      }
      SafeText.requireWhole("batchId", id); // ids that differ in half a pair would make one key
    }
  }
}
