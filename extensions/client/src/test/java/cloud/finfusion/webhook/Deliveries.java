package cloud.finfusion.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Webhooks as FinFusion would send them, at a time that stands still. */
public final class Deliveries {
  public static final String SECRET = "whsec_CANARY_5f2b8c1e9a7d4036";
  public static final String OTHER_SECRET = "whsec_CANARY_other";
  public static final long NOW = 1_700_000_000;
  public static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(NOW));

  private Deliveries() {}

  public static WebhookVerifierBuilder verifier(String... secrets) {
    return WebhookVerifier.builder().secrets(secrets).clock(CLOCK);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** An event of a type that no version knows: it needs no data. */
  public static byte[] event(String id) {
    return event(id, "invoice.paid");
  }

  public static byte[] event(String id, String type) {
    return bytes("{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"created\":" + NOW + "}");
  }

  public static byte[] paymentSucceeded(String id) {
    return bytes(
        "{\"id\":\""
            + id
            + "\",\"type\":\"payment.succeeded\",\"created\":1700000000,\"data\":{\"object\":"
            + "{\"id\":\"pay_1\",\"amount\":{\"value\":1000,\"currency\":\"USD\"},"
            + "\"payment_method\":{\"id\":\"pm_1\",\"type\":\"card\",\"card\":{\"brand\":\"visa\",\"last4\":\"4242\"}},"
            + "\"status\":\"succeeded\",\"created_at\":\"2024-03-15T10:30:00Z\"}}}");
  }

  public static String signed(byte[] body) {
    return Webhooks.sign(body, NOW, SECRET);
  }

  public static Map<String, List<String>> headers(byte[] body) {
    return Map.of(
        "X-Finfusion-Signature",
        List.of(signed(body)),
        "X-Finfusion-Timestamp",
        List.of(Long.toString(NOW)));
  }
}
