package cloud.finfusion.examples.instances;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A Redis on this machine, which keeps its port and its data when it is stopped and started. */
final class LocalRedis implements AutoCloseable {
  private final int port;
  private final Path folder;
  private RedisServer server;

  private LocalRedis(int port, Path folder) throws IOException {
    this.port = port;
    this.folder = folder;
    this.server = started();
  }

  static LocalRedis launch() throws IOException {
    return new LocalRedis(freePort(), Files.createTempDirectory("two-instances"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** With what handled webhooks need to be remembered. */
  private RedisServer started() throws IOException {
    RedisServer made =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("dir " + folder)
            .setting("appendonly yes")
            .setting("maxmemory-policy noeviction")
            .build();
    made.start();
    return made;
  }

  RedisURI uri() {
    return RedisURI.create("127.0.0.1", port);
  }

  void stop() throws IOException {
    server.stop();
  }

  void start() throws IOException {
    server = started();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
