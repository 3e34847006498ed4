package cloud.finfusion;

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
