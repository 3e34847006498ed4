package cloud.finfusion.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Addresses that no other machine reaches. */
final class Loopback {
  private Loopback() {}

  static void require(String host) {
    if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "Other machines can reach " + host + "; call allowRemote() if they shall.");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("There is no host " + host, e);
    }
  }
}
