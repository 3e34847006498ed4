package cloud.finfusion.foreign;

import cloud.finfusion.testing.Thrower;
import cloud.finfusion.testing.UnconnectedSockets;
import java.net.Socket;

/** Makes plain sockets, or throws. */
final class ThrowingSockets extends UnconnectedSockets {
  private final Thrower thrower;

  ThrowingSockets(Thrower thrower) {
    this.thrower = thrower;
  }

  @Override
  public Socket createSocket() {
    thrower.run();
    return new Socket();
  }
}
