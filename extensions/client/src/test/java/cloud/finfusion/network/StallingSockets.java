package cloud.finfusion.network;

import cloud.finfusion.testing.UnconnectedSockets;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes plain sockets, which for a while connect to nobody until they are closed. */
final class StallingSockets extends UnconnectedSockets {
  private final AtomicInteger connecting = new AtomicInteger();
  private volatile boolean stalls;

  void stall(boolean on) {
    stalls = on;
  }

  /** How many began to connect and did not get through. */
  int connecting() {
    return connecting.get();
  }

  @Override
  public Socket createSocket() {
    return stalls ? new Stalling() : new Socket();
  }

  private final class Stalling extends Socket {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
      connecting.incrementAndGet();
      try {
        closed.await();
      } catch (InterruptedException never) {
        throw new AssertionError(never);
      }
      throw new SocketException("closed");
    }

    @Override
    public synchronized void close() throws IOException {
      closed.countDown();
      super.close();
    }
  }
}
