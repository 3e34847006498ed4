package cloud.finfusion.sandbox.program;

import cloud.finfusion.sandbox.Sandbox;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The command line program: runs a sandbox until the process is stopped. */
final class Main {
  private static final String OPTIONS = "Options: --port N, --api-key KEY, --help.";

  private static final String HELP =
      """
      Runs the FinFusion API on this machine, in memory, until the process is stopped.
      It prints the URL and the API key for a client.

        --port N       the port to listen on; default: a free one
        --api-key KEY  the API key, which must begin with dev_; default: a random one
        --help         prints this text
      """;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      run(List.of(args), System.out);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static void run(List<String> args, PrintStream out) throws InterruptedException {
    if (args.contains("--help")) {
      out.print(HELP);
      return;
    }
    try (Sandbox sandbox = builder(args).start()) {
      out.println(sandbox + ", API key " + sandbox.apiKey());
      new CountDownLatch(1).await();
    }
  }

  static Sandbox.Builder builder(List<String> args) {
    Sandbox.Builder builder = Sandbox.builder();
    Iterator<String> words = args.iterator();
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--port" -> builder.port(number(value(option, words)));
        case "--api-key" -> builder.apiKey(value(option, words));
        default -> throw new IllegalArgumentException("Unknown option " + option + ". " + OPTIONS);
      }
    }
    return builder;
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value. " + OPTIONS);
    }
    return words.next();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("A port is a number, not " + text, e);
    }
  }
}
