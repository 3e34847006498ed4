package cloud.finfusion.sandbox.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature that a receiver computes, independent of the sandbox's code. */
public final class Hmac {
  private Hmac() {}

  public static String of(String secret, WebhookReceiver.Received received) {
    String signed = received.timestamp() + "." + received.body();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "RAW"));
      StringBuilder hex = new StringBuilder();
      for (byte each : mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))) {
        hex.append(String.format("%02x", each));
      }
      return hex.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
