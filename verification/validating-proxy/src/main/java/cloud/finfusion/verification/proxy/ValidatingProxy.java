package cloud.finfusion.verification.proxy;

import cloud.finfusion.examples.Quickstart;
import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the quickstart with Prism between its clients and the sandbox: {@code mvn -q -Drun=prism}.
 * Ends with exit code 1 if a request or response is not as the specification has it, or if Prism
 * saw no request.
 */
final class ValidatingProxy {
  private ValidatingProxy() {}

  /** Takes the npm package to run and the specification. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Prism closed = runQuickstart(args[0], Path.of(args[1]));
    int requests = closed.lines("Request received").size();
    List<String> violations = closed.lines("Violation");
    System.out.printf("%d requests through Prism, %d violations%n", requests, violations.size());
    violations.forEach(System.out::println);
    if (requests == 0 || !violations.isEmpty()) {
      System.exit(1);
    }
  }

  /** Returns Prism when it is closed, since its log is whole only then. */
  private static Prism runQuickstart(String npmPackage, Path spec)
      throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start();
        Prism prism = Prism.start(npmPackage, spec, sandbox.baseUri())) {
      Quickstart.run(sandbox, prism.uri());
      return prism;
    }
  }
}
