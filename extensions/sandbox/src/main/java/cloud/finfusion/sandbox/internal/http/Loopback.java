package cloud.finfusion.sandbox.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Addresses that only this machine can reach. */
public final class Loopback {
  private Loopback() {}

  public static void require(String host) {
    if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "Other machines can reach "
              + host
              + "; allowRemote(), or --allow-remote of the program, allows it.");
    }
  }

  /** Whether a host in a URL is this machine, without asking a name server. */
  public static boolean isNamed(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  private static boolean isLoopback(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("There is no host " + host, e);
    }
  }
}
