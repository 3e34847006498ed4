package cloud.finfusion.internal.http;

import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.time.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * OBSERVE ATTEMPT: measures the wire and only the wire. As the innermost application interceptor it
 * also turns exceptions of OkHttp itself into IOExceptions, so that no caller's interceptor is
 * blamed for them.
 */
final class ObserveAttempt implements Interceptor {
  private final Time time;

  ObserveAttempt(Time time) {
    this.time = time;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    long startedAt = time.nanos();
    try {
      return HiddenFromOkHttp.show(chain.proceed(chain.request()));
    } catch (IOException expected) {
      throw expected;
    } catch (Throwable thrown) {
      throw asIo(thrown);
    } finally {
      attempt.took(time.nanos() - startedAt);
    }
  }

  /**
   * Returns an IOException. On an interrupt while it connects, OkHttp throws an undeclared
   * InterruptedException and clears the flag.
   */
  private static IOException asIo(Throwable thrown) {
    Guard.keepInterrupt(thrown);
    if (thrown instanceof InterruptedException) {
      return new InterruptedIOException("interrupted");
    }
    return new IOException("the exchange ended with " + thrown.getClass().getName());
  }
}
