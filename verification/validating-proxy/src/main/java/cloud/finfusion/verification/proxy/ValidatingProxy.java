package cloud.finfusion.verification.proxy;

import cloud.finfusion.examples.Quickstart;
import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the quickstart with Prism between its clients and the sandbox: {@code mvn -q -Drun=prism}.
 * Ends with exit code 1 if a request or response is not as the specification has it.
 */
final class ValidatingProxy {
  private ValidatingProxy() {}

  /** Takes the npm package to run and the specification. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> violations;
    try (Sandbox sandbox = Sandbox.start();
        Prism prism = Prism.start(args[0], Path.of(args[1]), sandbox.baseUri())) {
      Quickstart.run(sandbox, prism.uri());
      violations = prism.lines("Violation");
      System.out.printf(
          "%d requests through Prism, %d violations%n",
          prism.lines("Request received").size(), violations.size());
    }
    violations.forEach(System.out::println);
    if (!violations.isEmpty()) {
      System.exit(1);
    }
  }
}
