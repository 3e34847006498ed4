package cloud.finfusion.sandbox.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as a process of its own, and the lines that it prints. */
final class RunningProgram implements AutoCloseable {
  private static final long SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> err = new LinkedBlockingQueue<>();
  private final List<Thread> readers;

  private RunningProgram(Process process) {
    this.process = process;
    this.readers =
        List.of(
            reader(process.inputReader(StandardCharsets.UTF_8), out),
            reader(process.errorReader(StandardCharsets.UTF_8), err));
  }

  static RunningProgram start(String... args) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.concat(
                Stream.of(
                    java.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider", // as in the standalone jar
                    "-Dslf4j.internal.verbosity=WARN",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                Stream.of(args))
            .toList();
    return new RunningProgram(new ProcessBuilder(command).start());
  }

  /** The next line of standard output. */
  String line() throws InterruptedException {
    String line = out.poll(SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("The program printed no further line. It complained: " + err);
    }
    return line;
  }

  long pid() {
    return process.pid();
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the end; the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The program still runs. It printed: " + out);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return process.exitValue();
  }

  /** The lines of standard output that were not read; complete once the program has ended. */
  List<String> remaining() {
    return List.copyOf(out);
  }

  List<String> errors() {
    return List.copyOf(err);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Thread reader(BufferedReader from, BlockingQueue<String> to) {
    Thread reader = new Thread(() -> read(from, to));
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private static void read(BufferedReader from, BlockingQueue<String> to) {
    try (from) {
      from.lines().forEach(to::add);
    } catch (UncheckedIOException | IOException ended) {
      // the process was killed
    }
  }
}
