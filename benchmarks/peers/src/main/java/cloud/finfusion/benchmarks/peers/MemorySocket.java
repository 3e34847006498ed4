package cloud.finfusion.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A socket without a network: what is written to it is a request, what is read from it the response
 * that {@link Responses} has for it. So a client is measured down to its last byte, and no system
 * call with it.
 */
final class MemorySocket extends Socket {
  private final ServerConnection connection = new ServerConnection();
  private byte @Nullable [] response;
  private int read;

  /** Makes them for OkHttp. */
  static SocketFactory factory() {
    return new Factory();
  }

  @Override
  public void connect(SocketAddress address, int timeout) {}

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) {
        response = connection.receive(bytes, offset, count);
        read = 0;
      }
    };
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() {
        throw new UnsupportedOperationException("OkHttp reads into buffers");
      }

      @Override
      public int read(byte[] into, int offset, int most) throws IOException {
        return MemorySocket.this.read(into, offset, most);
      }
    };
  }

  private int read(byte[] into, int offset, int most) throws SocketTimeoutException {
    if (response == null || read == response.length) {
      throw new SocketTimeoutException("nothing was asked");
    }
    int count = Math.min(most, response.length - read);
    System.arraycopy(response, read, into, offset, count);
    read += count;
    return count;
  }

  private static final class Factory extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new MemorySocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      return createSocket();
    }
  }
}
