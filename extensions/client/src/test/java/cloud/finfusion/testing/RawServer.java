package cloud.finfusion.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that reads a request and sends these bytes, whether they are HTTP or not. */
public final class RawServer implements AutoCloseable {
  private static final byte[] AT_ONCE = {};
  private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

  private final ServerSocket server;
  private final byte[] awaited;
  private final byte[] bytes;
  private final boolean reset;
  private final AtomicInteger requests = new AtomicInteger();

  private RawServer(byte[] awaited, byte[] bytes, boolean reset) {
    this.awaited = awaited;
    this.bytes = bytes;
    this.reset = reset;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends the bytes before it reads any, and closes the connection. */
  public static RawServer greeting(byte[] bytes) {
    return new RawServer(AT_ONCE, bytes, false);
  }

  /** Sends the bytes and closes the connection. */
  public static RawServer closing(byte[] bytes) {
    return new RawServer(END_OF_HEADERS, bytes, false);
  }

  /** Sends the bytes and resets the connection (RST). */
  public static RawServer resetting(byte[] bytes) {
    return new RawServer(END_OF_HEADERS, bytes, true);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  public int requests() {
    return requests.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        await(socket.getInputStream());
        requests.incrementAndGet();
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        if (reset) {
          socket.setSoLinger(true, 0);
        } else {
          socket.shutdownOutput();
          socket.getInputStream().transferTo(OutputStream.nullOutputStream()); // or it is a reset
        }
      } catch (IOException gone) {
        // of one connection, or the server is closed
      }
    }
  }

  private void await(InputStream in) throws IOException {
    int matched = 0;
    while (matched < awaited.length) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      matched = next == awaited[matched] ? matched + 1 : next == '\r' ? 1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
