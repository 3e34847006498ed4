package cloud.finfusion.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM with a {@link SoakInstance}. */
final class SoakProcess implements AutoCloseable {
  private static final long LONGEST_WAIT = 240;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private SoakProcess(Process process) {
    this.process = process;
    Thread reader =
        new Thread(() -> process.inputReader().lines().forEach(lines::add), "soak-instance");
    reader.setDaemon(true);
    reader.start();
  }

  static SoakProcess start(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dslf4j.internal.verbosity=WARN",
                "-Dsun.net.httpserver.nodelay=true", // else each webhook takes 40 ms
                "-cp",
                System.getProperty("java.class.path"),
                SoakInstance.class.getName()));
    command.addAll(List.of(arguments));
    try {
      return new SoakProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns the next line. */
  String line() throws InterruptedException {
    String line = lines.poll(LONGEST_WAIT, TimeUnit.SECONDS);
    if (line == null) {
      throw new IllegalStateException("an instance printed nothing for " + LONGEST_WAIT + " s");
    }
    return line;
  }

  /** Returns the lines that came and were not returned yet. */
  List<String> rest() {
    List<String> rest = new ArrayList<>();
    lines.drainTo(rest);
    return rest;
  }

  void send(String line) throws IOException {
    process.outputWriter().write(line + "\n");
    process.outputWriter().flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
