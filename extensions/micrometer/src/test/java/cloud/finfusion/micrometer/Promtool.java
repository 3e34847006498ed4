package cloud.finfusion.micrometer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's package {@code prometheus}: the server and its tool. */
final class Promtool {
  static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  private static final Path TOOL = Path.of("/usr/bin/promtool");

  private Promtool() {}

  /** Returns whether the package is installed; if not, prints what is skipped for want of it. */
  static boolean isInstalled() {
    boolean installed = Files.isExecutable(PROMETHEUS) && Files.isExecutable(TOOL);
    if (!installed) {
      System.out.println(
          "extensions/micrometer: the tests with Prometheus are skipped, for want of %s and %s; on Debian: apt-get install prometheus"
              .formatted(PROMETHEUS, TOOL));
    }
    return installed;
  }

  /** Runs the tool on this input; returns what it prints if it fails, else nothing. */
  static String complaints(String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(TOOL.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : output;
  }
}
