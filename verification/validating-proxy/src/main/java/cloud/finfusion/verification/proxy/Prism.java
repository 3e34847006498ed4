package cloud.finfusion.verification.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Prism as a proxy, in a process of its own; it logs what does not conform. */
final class Prism implements AutoCloseable {
  private static final long START_SECONDS = 120; // npm may have to load it first

  private static final long END_MILLIS = 10_000;

  private final Process process;
  private final int port;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread reader = new Thread(this::read, "prism");

  private Prism(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts Prism, an npm package, before this URL; returns when it listens. */
  static Prism start(String npmPackage, Path spec, URI upstream)
      throws IOException, InterruptedException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                "npx",
                "--yes",
                npmPackage,
                "proxy",
                spec.toString(),
                upstream.toString(),
                "--port",
                String.valueOf(port))
            .redirectErrorStream(true)
            .start();
    Prism prism = new Prism(process, port);
    prism.reader.setDaemon(true);
    prism.reader.start();
    if (!prism.ready.await(START_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
      prism.close();
      throw new IOException("Prism did not start: " + String.join("\n", prism.log));
    }
    return prism;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the lines of its log that contain this text; all of them once it is closed. */
  List<String> lines(String text) {
    return log.stream().filter(line -> line.contains(text)).toList();
  }

  private void read() {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      output.lines().forEach(this::received);
    } catch (IOException closed) {
      log.add(String.valueOf(closed.getMessage()));
    }
    ready.countDown();
  }

  private void received(String line) {
    log.add(line);
    if (line.contains("Prism is listening")) {
      ready.countDown();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends npm's process and the one that it started, and reads what they still logged. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.toHandle().destroy(); // Process.destroy would close the log before it is read
    try {
      reader.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
