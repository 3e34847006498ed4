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
    int succeeded,
    int failed,
    int unknown,
    int skipped,
    int requests,
    int sentAgain,
    Duration elapsed) {

  /** Returns the number of items. */
  public int items() {
    return succeeded + failed + unknown + skipped;
  }

  /** Returns how many requests were saved against one request for each item that was sent. */
  public int requestsSaved() {
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
}
