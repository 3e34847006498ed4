package cloud.finfusion.examples.bulk;

import cloud.finfusion.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The import in a process of its own, as a user starts it. */
final class Program implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final StringBuilder written = new StringBuilder();

  private Program(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static Program start(@Nullable Sandbox sandbox, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(BulkCsv.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().keySet().removeIf(name -> name.startsWith("FINFUSION_"));
    if (sandbox != null) {
      program.environment().put("FINFUSION_API_KEY", sandbox.apiKey());
      program.environment().put("FINFUSION_BASE_URL", sandbox.baseUri().toString());
    }
    return new Program(program.start());
  }

  /** Waits until the program writes a line with this text. */
  void awaitLine(String text) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      written.append(line).append('\n');
      if (line.contains(text)) {
        return;
      }
    }
    throw new AssertionError("expected a line with " + text + ", got:\n" + written);
  }

  /** Sends SIGTERM; the handle leaves the output open. */
  void terminate() {
    process.toHandle().destroy();
  }

  int exitCode() throws InterruptedException {
    written.append(output.lines().map(line -> line + "\n").collect(Collectors.joining()));
    return process.waitFor();
  }

  /** Returns what the program has written, once it has ended. */
  String written() {
    return written.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
