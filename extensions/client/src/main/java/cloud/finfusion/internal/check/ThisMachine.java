package cloud.finfusion.internal.check;

import java.util.Set;

/** The hosts that plain HTTP may go to: nobody listens on the way. */
public final class ThisMachine {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "::1");

  private ThisMachine() {}

  /** Returns whether this is a name or an address of the loopback interface. */
  public static boolean is(String host) {
    return HOSTS.contains(host);
  }
}
