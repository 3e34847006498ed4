package cloud.finfusion.redis;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Between a client and a Redis; holds the responses back when a test says so. */
final class HoldingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private boolean holds; // guarded by this

  HoldingProxy(RedisProcess redis) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    target = redis.port();
    threads.execute(this::accept);
  }

  RedisURI uri() {
    return RedisURI.create("127.0.0.1", server.getLocalPort());
  }

  synchronized void hold() {
    holds = true;
  }

  synchronized void letThrough() {
    holds = false;
    notifyAll();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket redis = new Socket(InetAddress.getLoopbackAddress(), target);
        threads.execute(() -> copy(client, redis, () -> {}));
        threads.execute(() -> copy(redis, client, this::awaitOpen));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private synchronized void awaitOpen() {
    while (holds) {
      try {
        wait();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private static void copy(Socket from, Socket to, Runnable before) {
    byte[] bytes = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        before.run();
        out.write(bytes, 0, read);
      }
    } catch (IOException closed) {
      // the other side is closed too
    }
  }

  @Override
  public void close() throws IOException {
    letThrough();
    server.close();
    threads.shutdownNow();
  }
}
