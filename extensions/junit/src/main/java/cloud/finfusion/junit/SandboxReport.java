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
  private SandboxReport() {}

  static String of(Sandbox sandbox) {
    return "The sandbox saw"
        + lines("requests", sandbox.requests(), SandboxReport::line)
        + lines("movements of money", sandbox.ledger().entries(), SandboxReport::line)
        + lines("deliveries of events", sandbox.deliveries(), SandboxReport::line);
  }

  private static <T> String lines(String title, List<T> all, Function<T, String> line) {
    return all.stream()
        .map(each -> "\n    " + line.apply(each))
        .collect(Collectors.joining("", "\n  %s: %d".formatted(title, all.size()), ""));
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
        .formatted(delivery.eventType(), delivery.status(), delivery.attempts(), delivery.url());
  }

  private static String key(@Nullable String key) {
    return key == null ? "" : " key " + key;
  }
}
