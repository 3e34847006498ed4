package cloud.finfusion.benchmarks.jmh;

import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A signature over an event of 1 KB, verified with all that belongs to it, beside the bare HMAC of
 * the same bytes: with a Mac of the thread's own, which is the least that it can cost, and with one
 * made for each call, which is what is often written. The bar: at most 1.5 times the first.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class VerifyWebhook {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET = "whsec_5f2b8c1e9a7d4036b1c2d3e4f5a6b7c8";
  private static final SecretKeySpec KEY =
      new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM);

  /** What all threads share: the verifier and one delivery. */
  @State(Scope.Benchmark)
  public static class Delivery {
    private static final int ONE_KB = 1024;

    final WebhookVerifier verifier = Webhooks.verifier(SECRET);
    byte[] body = {};
    String timestamp = "";
    String signature = "";

    /** Signs an event; the run is shorter than the tolerance. */
    @Setup
    public void sign() {
      long now = Instant.now().getEpochSecond();
      String start = "{\"id\":\"evt_1\",\"type\":\"payment.succeeded\",\"note\":\"";
      String end = "\"}";
      String filler = "x".repeat(ONE_KB - start.length() - end.length());
      body = (start + filler + end).getBytes(StandardCharsets.UTF_8);
      timestamp = Long.toString(now);
      signature = Webhooks.sign(body, now, SECRET);
      if (!verifier.verifySignature(body, signature, timestamp)) {
        throw new IllegalStateException("a refusal would be measured");
      }
    }
  }

  /** A Mac of the thread's own, initialised once. */
  @State(Scope.Thread)
  public static class OwnMac {
    final Mac mac = initialised();
  }

  private static Mac initialised() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(KEY);
      return mac;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** Timestamp, tolerance, HMAC, decoding and comparison in constant time. */
  @Benchmark
  public boolean verifier(Delivery delivery) {
    return delivery.verifier.verifySignature(delivery.body, delivery.signature, delivery.timestamp);
  }

  /** The HMAC alone, of the body alone. */
  @Benchmark
  public byte[] bareMacReused(Delivery delivery, OwnMac own) {
    return own.mac.doFinal(delivery.body);
  }

  /** The HMAC alone, with a Mac made for it. */
  @Benchmark
  public byte[] bareMacMadeEachTime(Delivery delivery) {
    return initialised().doFinal(delivery.body);
  }
}
