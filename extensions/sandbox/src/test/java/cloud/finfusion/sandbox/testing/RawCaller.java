package cloud.finfusion.sandbox.testing;

import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends payments over a socket, and reads every byte that comes back. */
public final class RawCaller {
  private final Sandbox sandbox;

  public RawCaller(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Sends payments over one connection and returns all that comes until it is closed. */
  public String pay(int times) throws IOException {
    try (Socket socket = paying(times)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A connection that has sent this many payments. */
  public Socket paying(int times) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUri().getPort());
    socket.setSoTimeout(5_000);
    for (int i = 0; i < times; i++) {
      socket.getOutputStream().write(payment().getBytes(StandardCharsets.UTF_8));
    }
    return socket;
  }

  private String payment() {
    return String.join(
        "\r\n",
        "POST /v2/payments HTTP/1.1",
        "Host: localhost",
        "Authorization: Bearer " + sandbox.apiKey(),
        "Content-Type: application/json",
        "Content-Length: " + Caller.CARD_PAYMENT.length(),
        "",
        Caller.CARD_PAYMENT);
  }
}
