package cloud.finfusion.webhook;

import static cloud.finfusion.webhook.Deliveries.NOW;
import static cloud.finfusion.webhook.Deliveries.OTHER_SECRET;
import static cloud.finfusion.webhook.Deliveries.SECRET;
import static cloud.finfusion.webhook.Deliveries.event;
import static cloud.finfusion.webhook.Deliveries.headers;
import static cloud.finfusion.webhook.Deliveries.paymentSucceeded;
import static cloud.finfusion.webhook.Deliveries.signed;
import static cloud.finfusion.webhook.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.error.WebhookReplayedException;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.PaymentSucceeded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {
  private static final String TIME = Long.toString(NOW);
  private static final byte[] BODY = event("evt_1");

  private final WebhookVerifier verifier = verifier(SECRET).build();

  private static void assertRefused(
      WebhookVerifier verifier, @Nullable String signature, @Nullable String time, String why) {
    assertThat(verifier.verifySignature(BODY, signature, time)).isFalse();
    assertThatThrownBy(() -> verifier.constructEvent(BODY, signature, time))
        .isInstanceOf(WebhookSignatureException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aGenuineEventIsReadAsItsType() {
    byte[] body = paymentSucceeded("evt_1");

    Event event = verifier.constructEvent(body, signed(body), TIME);

    assertThat(event)
        .isInstanceOfSatisfying(
            PaymentSucceeded.class,
            paid -> assertThat(paid.data().object().amount().value()).isEqualTo(1000));
    assertThat(verifier.constructEvent(BODY, headers(BODY))).isInstanceOf(Event.Unknown.class);
  }

  @Test
  @DisplayName("C191 headers are found whatever their case, and missing ones are refused")
  void headerCase() {
    for (String name : List.of("x-finfusion-", "X-FINFUSION-", "X-FinFusion-")) {
      Map<String, List<String>> headers =
          Map.of(
              name + "SIGNATURE", List.of(signed(BODY)),
              name + "Timestamp", List.of(TIME));
      assertThat(verifier.constructEvent(BODY, headers).id()).isEqualTo("evt_1");
    }
    assertThatThrownBy(() -> verifier.constructEvent(BODY, null))
        .isInstanceOf(WebhookSignatureException.class)
        .hasMessageContaining("x-finfusion-signature");
    assertThatThrownBy(
            () -> verifier.constructEvent(BODY, Map.of("x-finfusion-signature", List.of())))
        .isInstanceOf(WebhookSignatureException.class)
        .hasMessageContaining("x-finfusion-signature");
    assertRefused(verifier, null, TIME, "expected the header x-finfusion-signature, got none");
    assertRefused(
        verifier, signed(BODY), null, "expected the header x-finfusion-timestamp, got none");
  }

  @Test
  @DisplayName("C194 a forged webhook is refused for its signature, not for its JSON")
  void signatureFirst() {
    byte[] broken = Deliveries.bytes("{\"id\":");

    assertThatThrownBy(() -> verifier.constructEvent(broken, signed(BODY), TIME))
        .isInstanceOf(WebhookSignatureException.class);
    assertThatThrownBy(() -> verifier.constructEvent(broken, signed(broken), TIME))
        .isInstanceOf(WebhookPayloadException.class)
        .hasMessageContaining("genuine but not an event");
  }

  @Test
  @DisplayName("C197 while one secret replaces another both sign, then only the new one")
  void rotation() {
    String old = signed(BODY);
    String fresh = Webhooks.sign(BODY, NOW, OTHER_SECRET);
    WebhookVerifier both = verifier(SECRET, OTHER_SECRET).build();
    WebhookVerifier after = verifier(OTHER_SECRET).build();

    assertThat(both.verifySignature(BODY, old, TIME)).isTrue();
    assertThat(both.verifySignature(BODY, fresh, TIME)).isTrue();
    assertThat(after.verifySignature(BODY, fresh, TIME)).isTrue();
    assertRefused(after, old, TIME, "one of the secrets");
    assertRefused(both, Webhooks.sign(BODY, NOW, "whsec_third"), TIME, "one of the secrets");
  }

  @Test
  void severalSignaturesAreTakenOnlyWithSeveralSecrets() {
    String wrong = Webhooks.sign(BODY, NOW, "whsec_third");
    WebhookVerifier both = verifier(SECRET, OTHER_SECRET).build();

    assertThat(both.verifySignature(BODY, wrong + ", " + signed(BODY), TIME)).isTrue();
    assertThat(both.verifySignature(BODY, wrong + "," + wrong, TIME)).isFalse();
    assertThat(both.verifySignature(BODY, signed(BODY) + ",zz", TIME)).isFalse();
    assertRefused(verifier, signed(BODY) + "," + wrong, TIME, "got several");
    Map<String, List<String>> twice =
        Map.of(
            "x-finfusion-signature", List.of(wrong, signed(BODY)),
            "x-finfusion-timestamp", List.of(TIME));
    assertThat(both.constructEvent(BODY, twice).id()).isEqualTo("evt_1");
    assertThatThrownBy(() -> verifier.constructEvent(BODY, twice))
        .isInstanceOf(WebhookSignatureException.class);
  }

  @Test
  void theTimestampIsOneNumberInAsciiDigits() {
    for (String time :
        List.of("", "+1700000000", "-1700000000", "١٧٠٠٠٠٠٠٠٠", "1700000000,1700000000", "1e9")) {
      String signature =
          SignatureScheme.hmacSha256()
              .header(SignatureScheme.hmacSha256().signer(SECRET).sign(BODY, time));
      assertRefused(verifier, signature, time, "Unix seconds");
    }
    assertThat(verifier.verifySignature(BODY, signed(BODY), " " + TIME + "\t")).isTrue();
  }

  @Test
  void whatIsNoSignatureIsSaidToBeNone() {
    for (String other : List.of("", "v1=" + signed(BODY), signed(BODY) + "00", "00", SECRET)) {
      assertRefused(verifier, other, TIME, "expected a signature as the scheme writes it");
    }
  }

  @Test
  void bytesThatAreNoUtf8AreNotReplaced() {
    byte[] body = event("evt_1", "invoice.?aid");
    body[new String(body, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;

    assertThat(verifier.verifySignature(body, signed(body), TIME)).isTrue();
    assertThatThrownBy(() -> verifier.constructEvent(body, signed(body), TIME))
        .isInstanceOf(WebhookPayloadException.class)
        .hasMessageContaining("expected UTF-8");
  }

  @Test
  @DisplayName("C199 a tolerance of zero takes this second only")
  void zeroTolerance() {
    WebhookVerifier strict = verifier(SECRET).tolerance(Duration.ZERO).build();

    assertThat(strict.verifySignature(BODY, signed(BODY), TIME)).isTrue();
    for (long time : List.of(NOW - 1, NOW + 1)) {
      String signature = Webhooks.sign(BODY, time, SECRET);
      assertThat(strict.verifySignature(BODY, signature, Long.toString(time))).isFalse();
    }
  }

  @Test
  void aTimestampThatIsTheSecretIsNotShown() {
    assertThatThrownBy(() -> verifier.constructEvent(BODY, signed(BODY), SECRET))
        .isInstanceOf(WebhookSignatureException.class)
        .hasMessageContaining("Unix seconds")
        .hasMessageNotContaining("CANARY");
  }

  @Test
  void theBodyAloneIsVerifiedOnlyIfAskedFor() {
    SignatureScheme scheme = SignatureScheme.hmacSha256();
    String ofBody = scheme.header(scheme.signer(SECRET).sign(BODY, null));
    WebhookVerifier timeless = verifier(SECRET).withoutTimestamp().build();

    assertThat(timeless.constructEvent(BODY, ofBody, null).id()).isEqualTo("evt_1");
    assertThat(timeless.verifySignature(BODY, ofBody, "whatever")).isTrue();
    assertRefused(timeless, signed(BODY), null, "one of the secrets");
    assertRefused(verifier, ofBody, null, "x-finfusion-timestamp");
  }

  @Test
  void anEventThatCameBeforeIsRefusedByAReplayGuard() {
    ReplayGuard guard = ReplayGuard.inMemory(10, Duration.ofHours(1));
    WebhookVerifier once = verifier(SECRET).replayGuard(guard).build();

    once.constructEvent(BODY, signed(BODY), TIME);

    assertThatThrownBy(() -> once.constructEvent(BODY, signed(BODY), TIME))
        .isInstanceOfSatisfying(
            WebhookReplayedException.class,
            replayed -> assertThat(replayed.eventId()).isEqualTo("evt_1"))
        .hasMessageContaining("evt_1");
    guard.release("evt_1");
    assertThat(once.constructEvent(BODY, signed(BODY), TIME).id()).isEqualTo("evt_1");
    assertThat(verifier.constructEvent(BODY, signed(BODY), TIME))
        .as("without a guard")
        .isEqualTo(verifier.constructEvent(BODY, signed(BODY), TIME));
  }

  @Test
  void aForgedWebhookDoesNotUseTheIdUp() {
    ReplayGuard guard = ReplayGuard.inMemory(10, Duration.ofHours(1));
    WebhookVerifier once = verifier(SECRET).replayGuard(guard).build();

    assertRefused(once, Webhooks.sign(BODY, NOW, OTHER_SECRET), TIME, "one of the secrets");

    assertThat(once.constructEvent(BODY, signed(BODY), TIME).id()).isEqualTo("evt_1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aBodyIsTakenUpToTheCap(int over) {
    WebhookVerifier capped = verifier(SECRET).maxBodyBytes(BODY.length - over).build();

    assertThat(capped.verifySignature(BODY, signed(BODY), TIME)).isEqualTo(over == 0);
  }

  @Test
  void aBodyBeyondTheCapIsRefusedBeforeItIsSigned() {
    List<byte[]> hashed = new ArrayList<>();
    WebhookVerifier capped =
        verifier(SECRET).maxBodyBytes(BODY.length - 1).scheme(new Recording(hashed)).build();

    assertThatThrownBy(() -> capped.constructEvent(BODY, signed(BODY), TIME))
        .isInstanceOf(WebhookPayloadException.class)
        .hasMessageContaining("at most " + (BODY.length - 1) + " bytes");
    assertThat(capped.verifySignature(BODY, signed(BODY), TIME)).isFalse();
    assertThat(hashed).isEmpty();
  }

  /** A scheme of one's own: the secret itself, reversed; the body is seen. */
  private record Recording(List<byte[]> hashed) implements SignatureScheme {
    @Override
    public Signer signer(String secret) {
      byte[] signature =
          new StringBuilder(secret).reverse().toString().getBytes(StandardCharsets.UTF_8);
      return (body, timestamp) -> {
        hashed.add(body);
        return signature;
      };
    }

    @Override
    public List<byte[]> signatures(String header) {
      return List.of(Deliveries.bytes(header));
    }

    @Override
    public String header(byte[] signature) {
      return new String(signature, StandardCharsets.UTF_8);
    }
  }

  @Test
  void anotherSchemeCanBePluggedIn() {
    WebhookVerifier other = verifier("whsec_abc").scheme(new Recording(new ArrayList<>())).build();

    assertThat(other.verifySignature(BODY, "cba_ceshw", TIME)).isTrue();
    assertThat(other.verifySignature(BODY, "cba_cesh", TIME)).isFalse();
  }

  @Test
  @Tag("slow") // 160,000 webhooks
  @DisplayName("C200 one verifier for 16 threads, 10,000 webhooks each, is never wrong")
  void threads() throws Exception {
    int threads = 16;
    int each = 10_000;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> wrong = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int thread = i;
      wrong.add(pool.submit(() -> wrongOf(thread, each, start)));
    }
    start.countDown();
    for (Future<Integer> count : wrong) {
      assertThat(count.get()).isZero();
    }
    pool.shutdown();
  }

  /** Every other webhook is forged; all bodies differ. */
  private int wrongOf(int thread, int count, CountDownLatch start) throws InterruptedException {
    start.await();
    int wrong = 0;
    for (int i = 0; i < count; i++) {
      byte[] body = event("evt_" + thread + "_" + i);
      boolean genuine = i % 2 == 0;
      String signature = Webhooks.sign(genuine ? body : BODY, NOW, SECRET);
      wrong += verifier.verifySignature(body, signature, TIME) == genuine ? 0 : 1;
    }
    return wrong;
  }
}
