package cloud.finfusion.verification.logscan;

import cloud.finfusion.examples.Quickstart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the quickstart, and fails if a secret stands in what it or the tests wrote at TRACE. */
public final class LogSecretScan {
  private LogSecretScan() {}

  /** Searches below the folder that the only argument names. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    runQuickstart(
        root.resolve("verification/log-secret-scan/target/log-secret-scan-quickstart.txt"));
    Search search = new Search().below(root);
    System.out.println(search);
    search.hits().forEach(System.out::println);
    if (!search.hits().isEmpty()) {
      throw new IllegalStateException("secrets were written, see above");
    }
    if (!search.sawTheLog()) {
      throw new IllegalStateException("expected the HTTP log at TRACE, got none to search");
    }
  }

  private static void runQuickstart(Path output) throws IOException {
    PrintStream console = System.out;
    try (PrintStream file =
        new PrintStream(Files.newOutputStream(output), true, StandardCharsets.UTF_8)) {
      System.setOut(file);
      Quickstart.main(new String[0]);
    } finally {
      System.setOut(console);
    }
  }
}
