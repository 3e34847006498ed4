package cloud.finfusion.benchmarks.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server for this machine alone: one thread, one selector, responses made beforehand. It looks
 * for a request's end and writes; a web server would cost as much as the clients that are measured.
 */
final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listening = ServerSocketChannel.open();
  private final ByteBuffer received = ByteBuffer.allocate(1 << 14);
  private final Thread thread = new Thread(this::serve, "loopback-server");
  private final AtomicLong requests = new AtomicLong();

  private LoopbackServer() throws IOException {
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
  }

  static LoopbackServer start() throws IOException {
    LoopbackServer server = new LoopbackServer();
    server.thread.setDaemon(true);
    server.thread.start();
    return server;
  }

  /** Where it listens. */
  String url() {
    return "http://127.0.0.1:" + listening.socket().getLocalPort();
  }

  /** What a request costs it, in microseconds of CPU time. */
  double cpuPerRequest() {
    long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    return nanos / 1e3 / requests.get();
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select(this::ready);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        read((SocketChannel) key.channel(), (ServerConnection) key.attachment());
      }
    } catch (IOException gone) {
      key.cancel();
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = listening.accept();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_READ, new ServerConnection());
  }

  private void read(SocketChannel channel, ServerConnection connection) throws IOException {
    received.clear();
    int count = channel.read(received);
    if (count < 0) {
      channel.close();
      return;
    }
    byte[] response = connection.receive(received.array(), 0, count);
    if (response != null) {
      requests.incrementAndGet();
      write(channel, ByteBuffer.wrap(response));
    }
  }

  private static void write(SocketChannel channel, ByteBuffer response) throws IOException {
    while (response.hasRemaining()) {
      channel.write(response);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    selector.close();
  }
}
