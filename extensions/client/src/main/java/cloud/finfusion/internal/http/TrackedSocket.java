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
 * A socket that checks that bytes read belong to the request before them. OkHttp's pool asks {@link
 * #isClosed} before it reuses a connection, so a socket that was given up, or that has unread bytes
 * before a request, reports itself closed. The socket also limits the time to connect as a whole,
 * proxy tunnel and TLS handshake included.
 *
 * <p>Under TLS the socket sees records only. It does not notice the start of a stray response in
 * the record that ends a response, if the rest of it comes after the next request.
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

  /** Makes a socket that is in the map while it is connected, under its two addresses. */
  TrackedSocket(Map<List<SocketAddress>, TrackedSocket> open) {
    this.open = open;
  }

  /**
   * Returns the key in the map: the local and the remote address, which a TLS socket over it
   * shares.
   */
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

  /** Ends the time to connect: OkHttp sets the timeout again once the connection is made. */
  @Override
  public synchronized void setSoTimeout(int timeout) throws SocketException {
    if (isConnected()) {
      connecting = false;
    }
    super.setSoTimeout(timeout);
  }

  /**
   * Called when an HTTP/1.1 request is about to be written; bytes read from now on are its
   * response.
   *
   * @param plain whether HTTP is written to this socket itself, without TLS between
   * @throws IOException if there are unread bytes, which belong to no request
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
   * Called when the response begins.
   *
   * @throws IOException if the response was there before its request, so that it belongs to another
   *     one
   */
  void checkResponse() throws IOException {
    if (awaiting) {
      throw new IOException("a response that was there before its request");
    }
  }

  /** Keeps further exchanges from starting; exchanges under way go on. */
  void giveUp() {
    givenUp = true;
  }

  @Override
  public boolean isClosed() {
    return super.isClosed() || (!closing && (givenUp || (exchanging && hasStrayBytes())));
  }

  /**
   * Returns whether there are unread bytes. OkHttp asks three times before an exchange; one check
   * is enough, as the start of the exchange checks again.
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

  /**
   * Checks that the first bytes after a request are a status line, and not the end of another
   * response.
   */
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
