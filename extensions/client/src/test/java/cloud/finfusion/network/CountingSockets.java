package cloud.finfusion.network;

import cloud.finfusion.testing.UnconnectedSockets;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes plain sockets and counts them. */
final class CountingSockets extends UnconnectedSockets {
  private final AtomicInteger made = new AtomicInteger();

  int made() {
    return made.get();
  }

  @Override
  public Socket createSocket() {
    made.incrementAndGet();
    return new Socket();
  }
}
