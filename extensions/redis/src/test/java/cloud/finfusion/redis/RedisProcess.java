package cloud.finfusion.redis;

import io.lettuce.core.RedisURI;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real Redis in a process of its own, on loopback, which a test pauses, kills and restarts. It
 * keeps its port and folder when it is restarted.
 */
final class RedisProcess implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final String PORT_OPTION = "--port";

  private final List<String> options; // the last one is the port's
  private final Path folder;
  private final int port;
  private Process process;

  private RedisProcess(List<String> options, Path folder, int port, Process process) {
    this.options = options;
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts a Redis that keeps nothing on disk, with further options as {@code --name value}. */
  static RedisProcess launch(String... options) {
    List<String> all = new ArrayList<>(List.of("--save", ""));
    all.addAll(List.of(options));
    all.add(PORT_OPTION);
    return launch(all);
  }

  /** Starts a sentinel that replaces this master half a second after it is gone. */
  static RedisProcess sentinel(RedisProcess master) throws IOException {
    Path settings = Files.createTempFile("sentinel", ".conf");
    Files.writeString(
        settings,
        """
        sentinel monitor main 127.0.0.1 %d 1
        sentinel down-after-milliseconds main 500
        sentinel failover-timeout main 2000
        """
            .formatted(master.port()));
    return launch(List.of(settings.toString(), "--sentinel", PORT_OPTION));
  }

  /** Starts a Redis that speaks TLS only. */
  static RedisProcess launchTls(TlsFiles files) {
    return launch(
        List.of(
            "--tls-auth-clients",
            "no",
            "--tls-cert-file",
            files.certificate().toString(),
            "--tls-key-file",
            files.key().toString(),
            "--tls-ca-cert-file",
            files.certificate().toString(),
            PORT_OPTION,
            "0",
            "--tls-port"));
  }

  private static RedisProcess launch(List<String> options) {
    try {
      Path folder = Files.createTempDirectory("redis");
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        int port = freePort();
        Process process = newProcess(port, folder, options);
        if (process != null) {
          return new RedisProcess(options, folder, port, process);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    throw new IllegalStateException("Redis did not start: " + options);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Returns the process once it accepts connections; null if it ended, as when the port is taken.
   */
  private static @Nullable Process newProcess(int port, Path folder, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(RedisExecutable.server()));
    command.addAll(options);
    command.addAll(List.of(Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--dir", folder.toString()));
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader log = started.inputReader();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.contains("eady to accept connections") || line.contains("+monitor")) {
        drain(log);
        return started;
      }
    }
    return null;
  }

  /** A full pipe would stop the server. */
  private static void drain(BufferedReader log) {
    Thread thread = new Thread(() -> log.lines().forEach(line -> {}), "redis-log");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return port;
  }

  RedisURI uri() {
    return RedisURI.create("127.0.0.1", port);
  }

  /** Returns a patient connection with this key prefix: the machine may be busy. */
  FinFusionRedis connect(String prefix) {
    return FinFusionRedis.builder()
        .uri(uri())
        .keyPrefix(prefix)
        .commandTimeout(Duration.ofSeconds(10))
        .build();
  }

  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void start() {
    try {
      Process started = newProcess(port, folder, options);
      if (started == null) {
        throw new IllegalStateException("Redis did not start again on port " + port);
      }
      process = started;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
