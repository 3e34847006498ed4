package cloud.finfusion.verification.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Deque's axe, which looks for what keeps people from using a page. */
final class Axe {
  private static final String SCRIPT = read();

  private Axe() {}

  /** A line for each violation below an element, with its elements; empty when there is none. */
  static String violations(Browser browser, String selector) {
    String unused = browser.run("if (!window.axe) {" + SCRIPT + "}");
    return browser.runAsync(
        """
        const [selector, done] = arguments;
        axe.run(selector, {resultTypes: ['violations']}).then(
            result => done(result.violations.map(each =>
                each.id + ': ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')).join('\\n')),
            error => done('axe: ' + error));
        """,
        selector);
  }

  private static String read() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("The class path has no axe.min.js");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
