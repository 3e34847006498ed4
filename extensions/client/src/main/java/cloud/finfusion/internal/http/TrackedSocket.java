package cloud.finfusion.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A socket that knows whether what is read belongs to the request before it. OkHttp's pool asks
 * {@link #isClosed} before it hands a connection out, so a socket with bytes that nobody asked for,
 * or that was given up, says yes. It also bounds the making of a connection as a whole, with the
 * proxy's tunnel and the TLS handshake.
 *
 * <p>Under TLS it sees records only: the start of another's response in the record in which a
 * response ends, whose rest comes after the next request, is not seen.
 */
final class TrackedSocket extends Socket {
  private static final byte[] STATUS_LINE = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);

  private final Map<List<SocketAddress>, TrackedSocket> open;
  private volatile @Nullable List<SocketAddress> ends;
  private volatile @Nullable InputStream in;
  private volatile boolean connecting;
  private volatile long connectBy;
  private volatile boolean exchanging;
  private volatile boolean checked;
  private volatile boolean awaiting;
  private volatile boolean readable;
  private volatile boolean givenUp;
  private volatile boolean closing;

  /** Stands in the map while it is connected, under both of its ends. */
  TrackedSocket(Map<List<SocketAddress>, TrackedSocket> open) {
    this.open = open;
  }

  /** By what a connected socket, or the one of TLS above it, is found in the map. */
  static List<SocketAddress> endsOf(Socket socket) {
    return List.of(socket.getLocalSocketAddress(), socket.getRemoteSocketAddress());
  }

  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    connectBy = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
    connecting = timeout > 0;
    super.connect(address, timeout);
    List<SocketAddress> both = endsOf(this);
    ends = both;
    open.put(both, this);
  }

  /** OkHttp sets it again once the connection is made; the time to make it is over then. */
  @Override
  public synchronized void setSoTimeout(int timeout) throws SocketException {
    if (isConnected()) {
      connecting = false;
    }
    super.setSoTimeout(timeout);
  }

  /**
   * An HTTP/1.1 request is about to be written. What is read from now on is its response.
   *
   * @param plain whether HTTP is written to this socket itself, without TLS between
   * @throws IOException if there are bytes already, which belong to no request
   */
  void startExchange(boolean plain) throws IOException {
    if (exchanging && hasUnread()) {
      throw new IOException("the connection holds bytes that nobody asked for");
    }
    exchanging = true;
    checked = false;
    readable = plain;
    awaiting = true;
  }

  /**
   * The response began.
   *
   * @throws IOException if it was there before its request, and so is another's
   */
  void checkResponse() throws IOException {
    if (awaiting) {
      throw new IOException("a response that was there before its request");
    }
  }

  /** No further exchange may start; those on it go on. */
  void giveUp() {
    givenUp = true;
  }

  @Override
  public boolean isClosed() {
    return super.isClosed() || (!closing && (givenUp || (exchanging && hasStrayBytes())));
  }

  /**
   * OkHttp asks three times before an exchange; to look once will do, as the exchange's start looks
   * again.
   */
  private boolean hasStrayBytes() {
    boolean stray = !checked && hasUnread();
    checked = !stray;
    return stray;
  }

  private boolean hasUnread() {
    InputStream known = in;
    try {
      return known != null && known.available() > 0;
    } catch (IOException broken) {
      return false;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream plain = super.getInputStream();
    in = plain;
    return new Tracked(plain);
  }

  @Override
  public synchronized void close() throws IOException {
    closing = true;
    List<SocketAddress> known = ends;
    if (known != null) {
      open.remove(known, this);
    }
    super.close();
  }

  private void limitConnecting() throws IOException {
    if (connecting) {
      long left = TimeUnit.NANOSECONDS.toMillis(connectBy - System.nanoTime());
      if (left <= 0) {
        throw new SocketTimeoutException("connect timed out");
      }
      super.setSoTimeout((int) left);
    }
  }

  /** The first bytes after a request have to be a status line, or they are the end of another's. */
  private void came(byte[] bytes, int offset, int count) throws IOException {
    if (count <= 0 || !awaiting) {
      return;
    }
    for (int i = 0; readable && i < Math.min(count, STATUS_LINE.length); i++) {
      if (bytes[offset + i] != STATUS_LINE[i]) {
        throw new IOException("expected the start of a response, got other bytes");
      }
    }
    awaiting = false;
  }

  private final class Tracked extends FilterInputStream {
    Tracked(InputStream plain) {
      super(plain);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      limitConnecting();
      int count = super.read(bytes, offset, length);
      came(bytes, offset, count);
      return count;
    }
  }
}
