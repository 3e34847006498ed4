package cloud.finfusion.pipeline;

import java.io.IOException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt: an answer, whose body is in memory, or a failure, or an end before
 * either.
 *
 * @param notBefore when the next attempt may start, in nanoseconds of the clock, if there is one
 */
record Answer(
    @Nullable Response response,
    @Nullable IOException failure,
    @Nullable Stop stop,
    boolean again,
    long notBefore) {

  static Answer of(Response response) {
    return new Answer(response, null, null, false, 0);
  }

  static Answer of(IOException failure) {
    return new Answer(null, failure, null, false, 0);
  }

  static Answer of(Stop stop) {
    return new Answer(null, null, stop, false, 0);
  }

  /** This answer, which is not the last. */
  Answer againAt(long nanos) {
    return new Answer(response, failure, null, true, nanos);
  }

  /** What came, in a word for the log. */
  String label() {
    return response == null
        ? String.valueOf(failure == null ? stop : failure.getClass().getSimpleName())
        : "status " + response.code();
  }
}
