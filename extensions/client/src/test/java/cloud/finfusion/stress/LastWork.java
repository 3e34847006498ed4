package cloud.finfusion.stress;

import cloud.finfusion.testing.RefusedPort;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.AsyncTimeout;

/**
 * What the threads that OkHttp and Okio keep for all clients did last. While idle they refer to it,
 * and so to one call that has ended long ago: OkHttp's to the connect it made, Okio's, while it is
 * interpreted, to the exchange whose time limit was next, up to that limit.
 */
final class LastWork {
  private LastWork() {}

  /** Gives both threads other work. */
  static void replace() {
    AsyncTimeout limit = new AsyncTimeout();
    limit.timeout(1, TimeUnit.NANOSECONDS);
    limit.enter();
    var unused = limit.exit();
    connectToNobody();
  }

  private static void connectToNobody() {
    try (RefusedPort port = RefusedPort.any()) {
      Request request = new Request.Builder().url("http://127.0.0.1:" + port.number()).build();
      new OkHttpClient().newCall(request).execute().close();
    } catch (IOException expected) {
      // nobody listens
    }
  }
}
