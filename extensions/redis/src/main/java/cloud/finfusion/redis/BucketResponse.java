package cloud.finfusion.redis;

import java.util.List;

/**
 * The bucket's response. Times are in microseconds.
 *
 * @param now the time of the server's clock
 * @param granted how many permits; -1 if the request came too late and changed nothing
 * @param readyIn when the first permit may be used; without a permit, when there is one
 * @param units how full the bucket is now
 * @param paused for how long the server's pause still lasts
 */
record BucketResponse(long now, int granted, long readyIn, long units, long paused) {
  static BucketResponse of(List<Long> values) {
    return new BucketResponse(
        values.get(0), values.get(1).intValue(), values.get(2), values.get(3), values.get(4));
  }

  boolean isTooLate() {
    return granted < 0;
  }
}
