package cloud.finfusion.verification.consumers;

import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a program printed on a class path, and what the sandbox saw of it. The sandbox is in this
 * JVM, the program in one of its own: they share no library.
 */
final class ShopRun {
  private static final String CREATE = "payments.create";
  private static final String REFUSED = "refused";

  /** The server loses the first response and refuses two requests; the program sends each once. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "lost", "UNKNOWN",
          "timed-out", "UNKNOWN",
          "unavailable", "UNKNOWN",
          "payment", "succeeded",
          "cache", "1",
          "async", "true",
          "webhook", "true",
          "sent", "4",
          "charged", "2");

  private final Map<String, String> printed;
  private final String output;

  private ShopRun(String output) {
    this.output = output;
    this.printed =
        output
            .lines()
            .filter(line -> line.matches("[a-z0-9.-]+=.*"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, again) -> again));
  }

  static ShopRun of(Launcher launcher, Path project, String jars)
      throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox
          .faults()
          .dropAfterWork(CREATE, 1)
          .status(CREATE, 1, 408)
          .status(CREATE, 1, 503, Map.of("Retry-After", "0"));
      List<String> command = new ArrayList<>(launcher.command(project, jars, program()));
      command.addAll(List.of(sandbox.baseUri().toString(), sandbox.apiKey(), "whsec_class_paths"));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      long sent =
          sandbox.requests().stream().filter(each -> CREATE.equals(each.operation())).count();
      int charged = sandbox.ledger().charges().size();
      return new ShopRun(output + "\nsent=" + sent + "\ncharged=" + charged);
    }
  }

  /** What came: works, the sentence of a refusal, or all that was printed. */
  String result() {
    if (printed.containsKey(REFUSED) && "0".equals(printed.get("sent"))) {
      return printed.get(REFUSED).replaceFirst("^class path: ", "");
    }
    return printed.entrySet().containsAll(EXPECTED.entrySet()) ? "works" : "BROKEN: " + output;
  }

  /** The version of a library that was found first; a dash if none was looked for or found. */
  String found(String library) {
    return printed.getOrDefault("found." + library, "–");
  }

  private static String program() {
    return Path.of(System.getProperty("consumer.target"), "test-classes").toString();
  }
}
