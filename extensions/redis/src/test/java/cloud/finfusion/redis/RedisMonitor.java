package cloud.finfusion.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sees each command that Redis executes. */
final class RedisMonitor implements AutoCloseable {
  private static final int LONGEST_WAIT = 20_000;

  private final Socket socket;
  private final BufferedReader lines;

  private RedisMonitor(Socket socket) throws IOException {
    this.socket = socket;
    this.lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  static RedisMonitor of(RedisProcess redis) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
    socket.setSoTimeout(LONGEST_WAIT);
    socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.UTF_8));
    RedisMonitor monitor = new RedisMonitor(socket);
    monitor.until("OK");
    return monitor;
  }

  /** Returns the commands up to the first one with this text. */
  List<String> until(String text) throws IOException {
    List<String> seen = new ArrayList<>();
    String line;
    do {
      line = lines.readLine();
      seen.add(line);
    } while (!line.contains(text));
    return seen;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
