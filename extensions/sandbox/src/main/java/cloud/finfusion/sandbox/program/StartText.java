package cloud.finfusion.sandbox.program;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.internal.http.Loopback;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What the program prints when the sandbox accepts requests: all that a client needs. */
final class StartText {
  private final StringBuilder text = new StringBuilder();

  StartText(Sandbox sandbox) {
    line(
        "%s, API key %s, console at %s/"
            .formatted(sandbox, sandbox.apiKey(), consoleUri(sandbox.baseUri())));
    line("Try: " + curl(sandbox));
  }

  /** The console refuses requests that name another host than this machine. */
  private static String consoleUri(URI base) {
    return Loopback.isNamed(base.getHost())
        ? base.toString()
        : "http://localhost:" + base.getPort();
  }

  /** A payment on one line, as a shell takes it. */
  private static String curl(Sandbox sandbox) {
    int nextYear = LocalDate.now(ZoneOffset.UTC).getYear() + 1;
    return """
        curl %s/v2/payments -H 'Authorization: Bearer %s' -d '{"amount": {"value": 1000, "currency": "USD"}, \
        "payment_method": {"type": "card", "card": {"number": "4242424242424242", "exp_month": 12, \
        "exp_year": %d, "cvc": "123"}}}'"""
        .formatted(sandbox.baseUri(), sandbox.apiKey(), nextYear);
  }

  void forwarding(URI url, String secret) {
    line("Events are sent to %s, signed with %s".formatted(url, secret));
  }

  void faults(List<FaultShare> faults, long seed) {
    String all = faults.stream().map(FaultShare::toString).collect(Collectors.joining(","));
    line("Random faults %s, which --seed %d repeats".formatted(all, seed));
  }

  private void line(String line) {
    text.append(line).append(System.lineSeparator());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
