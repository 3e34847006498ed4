package cloud.finfusion.batch;

import cloud.finfusion.metrics.BulkProgress;

/**
 * How a bulk run ended.
 *
 * @param end why the run ended
 * @param progress how far it came
 */
public record BulkResult(End end, BulkProgress progress) {
  /** Why a bulk run ended. All but {@link #COMPLETE} leave a state from which it can go on. */
  public enum End {
    /** Each item has a result. */
    COMPLETE,
    /** {@link BulkRun#cancel} was called, or the client was closed. */
    CANCELLED,
    /** As many items failed or may have been done as the options allow. */
    TOO_MANY_FAILURES,
    /** The deadline of the run passed. */
    DEADLINE,
    /** The thread was interrupted; its flag is still set. */
    INTERRUPTED
  }

  /** Returns whether each item was done. */
  public boolean isAllDone() {
    return end == End.COMPLETE && progress.succeeded() == progress.processed();
  }
}
