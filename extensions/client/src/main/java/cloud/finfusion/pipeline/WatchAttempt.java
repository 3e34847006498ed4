package cloud.finfusion.pipeline;

import cloud.finfusion.metrics.AttemptRecord;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/** WATCH ATTEMPT: measures the wire and only the wire. */
final class WatchAttempt implements Interceptor {
  private final Watch watch;
  private final Time time;

  WatchAttempt(Watch watch, Time time) {
    this.watch = watch;
    this.time = time;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Journey journey = Journey.of(chain.request());
    int number = journey.attempts();
    long startedAt = time.nanos();
    int status = 0;
    try {
      Response response = chain.proceed(chain.request());
      status = response.code();
      return response;
    } finally {
      Duration elapsed = Duration.ofNanos(time.nanos() - startedAt);
      watch.attempted(new AttemptRecord(journey.operation().name(), number, status, elapsed));
    }
  }
}
