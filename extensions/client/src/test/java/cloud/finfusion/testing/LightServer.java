package cloud.finfusion.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A server for thousands of requests: what it does besides reading them, which have no body, and
 * writing a response is to count. {@link FakeServer} takes several times as long for each.
 */
public final class LightServer implements AutoCloseable {
  private final ServerSocket server;
  private final Function<String, byte[]> responses;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  /** One that responds to a path with these bytes, made by {@link #response}. */
  public LightServer(Function<String, byte[]> responses) {
    this.responses = responses;
    try {
      server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    start(this::accept);
  }

  public static byte[] response(int status, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String head = "HTTP/1.1 " + status + " -\r\nContent-Length: " + bytes.length + "\r\n\r\n";
    return (head + body).getBytes(UTF_8);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  public int connections() {
    return connections.get();
  }

  public int requests() {
    return requests.get();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "light-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException closed) {
      open.forEach(LightServer::close);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        while (!line(in).isEmpty()) {} // the headers
        requests.incrementAndGet();
        socket.getOutputStream().write(responses.apply(line.split(" ", -1)[1]));
      }
    } catch (IOException gone) {
      // the client's connection, or the server is closed
    } finally {
      open.remove(socket);
    }
  }

  /** A line without its end; nothing where the connection ends. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // as it should be
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
