package cloud.finfusion.metrics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk run is. Items of earlier runs that this one resumes are counted too, but not in
 * {@code rate}.
 *
 * @param operation the operation's name, as {@code customers.createBatch}
 * @param processed how many items have a result
 * @param succeeded how many items were done
 * @param failed how many items were not done
 * @param unknown how many items may have been done
 * @param requests how many requests were made; the attempts of one request count once
 * @param sentAgain how many items were sent again, counted once each time
 * @param rate how many items a second this run has processed
 * @param elapsed how long this run has taken
 * @param eta how long the rest will take at this rate; null if the number of items is not known
 */
public record BulkProgress(
    String operation,
    long processed,
    long succeeded,
    long failed,
    long unknown,
    long requests,
    long sentAgain,
    double rate,
    Duration elapsed,
    @Nullable Duration eta) {}
