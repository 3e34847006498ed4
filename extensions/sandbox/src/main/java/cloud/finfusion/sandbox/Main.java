package cloud.finfusion.sandbox;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The command line program: runs a sandbox until the process is stopped. */
final class Main {
  private static final String USAGE = "Use: [--port N] [--api-key dev_...]";

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    try (Sandbox sandbox = builder(List.of(args)).start()) {
      System.out.println(sandbox.baseUri() + " with the key " + sandbox.apiKey());
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
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
        default -> throw new IllegalArgumentException("There is no " + option + ". " + USAGE);
      }
    }
    return builder;
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value. " + USAGE);
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
