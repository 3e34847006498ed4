package cloud.finfusion.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server of HTTP/1.1 that keeps its connections, and writes to them what a test says, when. */
public final class SocketServer implements AutoCloseable {
  /** What is done for each request, on its connection's thread. */
  public interface Handler {
    void handle(Connection connection, int request) throws IOException;
  }

  private final ServerSocket server;
  private final String scheme;
  private final Handler handler;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();

  private SocketServer(ServerSocketFactory sockets, String scheme, Handler handler) {
    this.scheme = scheme;
    this.handler = handler;
    try {
      server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    daemon(this::accept);
  }

  /** One of plain HTTP; requests of a connection are counted from 1. */
  public static SocketServer plain(Handler handler) {
    return new SocketServer(ServerSocketFactory.getDefault(), "http", handler);
  }

  /** One of TLS, whose certificate this authority signs. */
  public static SocketServer secure(TestCa authority, Handler handler) {
    ServerSocketFactory sockets =
        authority.server("localhost").sslContext().getServerSocketFactory();
    return new SocketServer(sockets, "https", handler);
  }

  /** A whole response with a body. */
  public static String response(int status, String body) {
    return "HTTP/1.1 " + status + " Status\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  public URI uri() {
    return URI.create(scheme + "://localhost:" + server.getLocalPort());
  }

  /** Those that a client made, in order. */
  public List<Connection> connections() {
    return List.copyOf(connections);
  }

  /** How many requests each connection carried, in order. */
  public List<Integer> requests() {
    return connections.stream().map(each -> each.requests.get()).toList();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "socket-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Connection connection = new Connection(connections.size() + 1, socket);
        connections.add(connection);
        daemon(connection::serve);
      } catch (IOException gone) {
        // the server is closed
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Connection each : connections) {
      each.close();
    }
  }

  /** One connection of a client's; the first has number 1. */
  public final class Connection {
    private final int number;
    private final Socket socket;
    private final AtomicInteger requests = new AtomicInteger();

    private Connection(int number, Socket socket) {
      this.number = number;
      this.socket = socket;
    }

    public int number() {
      return number;
    }

    /** Writes at once, as one segment if it is small. */
    public void write(String bytes) throws IOException {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    public void close() throws IOException {
      socket.close();
    }

    private void serve() {
      try {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        while (true) {
          readRequest(in);
          handler.handle(this, requests.incrementAndGet());
        }
      } catch (IOException gone) {
        // this connection is over
      }
    }

    private static void readRequest(InputStream in) throws IOException {
      long length = 0;
      String line = readLine(in);
      while (!line.isEmpty()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Long.parseLong(line.substring(15).strip());
        }
        line = readLine(in);
      }
      in.skipNBytes(length);
    }

    private static String readLine(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      int next = in.read();
      while (next != '\n') {
        if (next < 0) {
          throw new IOException("closed");
        }
        line.append((char) next);
        next = in.read();
      }
      return line.toString().strip();
    }
  }
}
