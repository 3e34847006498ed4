package cloud.finfusion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port that is bound and on which nobody listens: connections to it are refused, and no server of
 * another test can have it, as it could have one that is merely free.
 */
public final class RefusedPort implements AutoCloseable {
  private final Socket socket;

  private RefusedPort(Socket socket) {
    this.socket = socket;
  }

  /** Any port. */
  public static RefusedPort any() {
    return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** The port on which a server listened, once no other has it. */
  public static RefusedPort at(InetSocketAddress address) {
    Socket socket = new Socket();
    Await.until(() -> isBound(socket, address));
    return new RefusedPort(socket);
  }

  private static boolean isBound(Socket socket, InetSocketAddress address) {
    try {
      socket.setReuseAddress(true); // connections that were closed have it for a minute
      socket.bind(address);
      socket.setReuseAddress(false); // or a server could have it too
      return true;
    } catch (BindException taken) {
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public int number() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
