package cloud.finfusion.junit;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.ReceivedRequest;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.WebhookDelivery;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a sandbox saw, in lines for a person. Bodies and credentials are not among them. */
final class SandboxReport {
  private static final int MOST_LINES = 50;

  private SandboxReport() {}

  static String of(Sandbox sandbox) {
    List<WebhookDelivery> deliveries = sandbox.deliveries();
    return "The sandbox saw"
        + lines("requests", sandbox.requestCount(), sandbox.requests(), SandboxReport::line)
        + lines(
            "movements of money",
            sandbox.ledger().size(),
            sandbox.ledger().entries(),
            SandboxReport::line)
        + lines("deliveries of events", deliveries.size(), deliveries, SandboxReport::line);
  }

  private static <T> String lines(
      String title, long count, List<T> kept, Function<T, String> line) {
    List<T> newest = kept.subList(Math.max(0, kept.size() - MOST_LINES), kept.size());
    long earlier = count - newest.size();
    String heading =
        "\n  %s: %d".formatted(title, count)
            + (earlier > 0 ? "\n    … %d earlier".formatted(earlier) : "");
    return newest.stream()
        .map(each -> "\n    " + line.apply(each))
        .collect(Collectors.joining("", heading, ""));
  }

  private static String line(ReceivedRequest request) {
    return request + key(request.header("Idempotency-Key"));
  }

  private static String line(Ledger.Entry entry) {
    return "%s %d %s %s (%s)%s"
        .formatted(
            entry.kind(),
            entry.amount(),
            entry.currency(),
            entry.resourceId(),
            entry.operation(),
            key(entry.idempotencyKey()));
  }

  private static String line(WebhookDelivery delivery) {
    return "%s %s after %d attempts, to %s"
        .formatted(
            delivery.eventType(), delivery.status(), delivery.attempts(), shown(delivery.url()));
  }

  /** A URL without its login, query and fragment, which may hold a secret of the receiver's. */
  private static String shown(String url) {
    return url.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
  }

  private static String key(@Nullable String key) {
    return key == null ? "" : " key " + key;
  }
}
