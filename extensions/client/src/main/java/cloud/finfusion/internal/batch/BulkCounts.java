package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import com.google.gson.JsonObject;
import java.util.List;

/** The numbers of a bulk run. Immutable. */
record BulkCounts(long succeeded, long failed, long unknown, long requests, long sentAgain) {
  static final BulkCounts NONE = new BulkCounts(0, 0, 0, 0, 0);

  static BulkCounts of(List<? extends BatchItem<?>> results, int requests, int sentAgain) {
    return new BulkCounts(
        count(results, BatchItem.Succeeded.class),
        count(results, BatchItem.Failed.class),
        count(results, BatchItem.Unknown.class),
        requests,
        sentAgain);
  }

  private static long count(List<? extends BatchItem<?>> results, Class<?> kind) {
    return results.stream().filter(kind::isInstance).count();
  }

  long processed() {
    return succeeded + failed + unknown;
  }

  long notDone() {
    return failed + unknown;
  }

  BulkCounts plus(BulkCounts other) {
    return new BulkCounts(
        succeeded + other.succeeded,
        failed + other.failed,
        unknown + other.unknown,
        requests + other.requests,
        sentAgain + other.sentAgain);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("succeeded", succeeded);
    json.addProperty("failed", failed);
    json.addProperty("unknown", unknown);
    json.addProperty("requests", requests);
    json.addProperty("sentAgain", sentAgain);
    return json;
  }

  static BulkCounts of(JsonObject json) {
    return new BulkCounts(
        json.get("succeeded").getAsLong(),
        json.get("failed").getAsLong(),
        json.get("unknown").getAsLong(),
        json.get("requests").getAsLong(),
        json.get("sentAgain").getAsLong());
  }
}
