package cloud.finfusion.verification.consumers.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.webhook.Webhooks;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An event as the service would send it. */
record SignedEvent(String secret) {

  /** Whether the event is verified and read, and one that was changed is refused. */
  boolean isVerified(Webhooks webhooks, Payment payment) throws Exception {
    String time = Long.toString(Instant.now().getEpochSecond());
    byte[] body =
        "{\"id\":\"evt_1\",\"type\":\"payment.succeeded\",\"created\":%s,\"data\":{\"object\":%s}}"
            .formatted(time, payment.toJson())
            .getBytes(UTF_8);
    String signature = signed(time, body);
    boolean genuine =
        webhooks.constructEvent(body, signature, time) instanceof PaymentSucceeded paid
            && paid.data().object().equals(payment);
    body[0] = ' ';
    return genuine && !webhooks.verifySignature(body, signature, time);
  }

  private String signed(String time, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    mac.update((time + ".").getBytes(UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }
}
