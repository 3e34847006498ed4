package cloud.finfusion.metrics;

import java.time.Duration;

/**
 * A batch that is over.
 *
 * @param operation the operation's name, as {@code customers.createBatch}
 * @param succeeded how many items were done
 * @param failed how many items were not done
 * @param unknown how many items may have been done
 * @param skipped how many items were never sent
 * @param requests how many requests were made; the attempts of one request count once
 * @param sentAgain how many items were sent again, counted once each time
 * @param elapsed how long the batch took
 */
public record BatchRecord(
    String operation,
    long succeeded,
    long failed,
    long unknown,
    long skipped,
    long requests,
    long sentAgain,
    Duration elapsed) {

  /** Returns the number of items. */
  public long items() {
    return succeeded + failed + unknown + skipped;
  }

  /** Returns how many requests were saved against one request for each item that was sent. */
  public long requestsSaved() {
    return items() - skipped - requests;
  }

  /** Returns how many items a request held on average; 0 without requests. */
  public double itemsPerRequest() {
    return requests == 0 ? 0 : (double) (items() - skipped + sentAgain) / requests;
  }

  /** Returns the share of items that were not done, from 0 to 1; 0 without items. */
  public double failedShare() {
    return items() == 0 ? 0 : (double) failed / items();
  }

  /** Returns what two batches of an operation came to together. */
  BatchRecord plus(BatchRecord other) {
    return new BatchRecord(
        operation,
        succeeded + other.succeeded,
        failed + other.failed,
        unknown + other.unknown,
        skipped + other.skipped,
        requests + other.requests,
        sentAgain + other.sentAgain,
        elapsed.plus(other.elapsed));
  }
}
