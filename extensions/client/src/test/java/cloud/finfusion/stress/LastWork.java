package cloud.finfusion.stress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
    Request request = new Request.Builder().url("http://127.0.0.1:" + closedPort()).build();
    try {
      new OkHttpClient().newCall(request).execute().close();
    } catch (IOException expected) {
      // nobody listens
    }
  }

  private static int closedPort() {
    try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return once.getLocalPort();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
