package cloud.finfusion.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.WebhookReplayedException;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A client's listeners are notified once of each webhook that it verifies, however it does. */
class WebhookVerdictsTest {
  private static final String SECRET = "whsec_CANARY_1";
  private static final long NOW = 1_700_000_000;
  private static final byte[] EVENT =
      ("{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":" + NOW + "}").getBytes(UTF_8);
  private static final byte[] NO_EVENT = "[]".getBytes(UTF_8);
  private static final byte[] TOO_LARGE = new byte[101];
  private static final String FORGED = "00".repeat(32);

  private final List<String> verdicts = new CopyOnWriteArrayList<>();
  private final List<String> ofAnother = new CopyOnWriteArrayList<>();
  private final ReplayGuard guard = ReplayGuard.inMemory(10, Duration.ofDays(1));
  private final WebhookVerifier verifier =
      WebhookVerifier.builder()
          .secrets(SECRET)
          .clock(() -> Instant.ofEpochSecond(NOW))
          .maxBodyBytes(100)
          .replayGuard(guard)
          .build();

  @AutoClose private final FakeServer server = new FakeServer();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server)
          .webhookVerifier(verifier)
          .listener(keeping(verdicts))
          .listener(keeping(ofAnother))
          .build();

  private static CallListener keeping(List<String> verdicts) {
    return new CallListener() {
      @Override
      public void webhookVerified(String verdict) {
        verdicts.add(verdict);
      }
    };
  }

  static Stream<Arguments> webhooks() {
    String signature = Webhooks.sign(EVENT, NOW, SECRET);
    String genuine = "genuine";
    String refused = "WebhookSignatureException";
    String unread = "WebhookPayloadException";
    return Stream.of(
        Arguments.of("as it came", EVENT, signature, NOW, genuine),
        Arguments.of("forged", EVENT, FORGED, NOW, refused),
        Arguments.of("no signature", EVENT, null, NOW, refused),
        Arguments.of("malformed signature", EVENT, "v1", NOW, refused),
        Arguments.of("too old", EVENT, Webhooks.sign(EVENT, 1, SECRET), 1L, refused),
        Arguments.of("too large", TOO_LARGE, signature, NOW, unread),
        Arguments.of(
            "genuine but no event", NO_EVENT, Webhooks.sign(NO_EVENT, NOW, SECRET), NOW, unread));
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("webhooks")
  void anEventThatIsConstructed(
      String name, byte[] body, @Nullable String signature, long time, String verdict) {
    var unused =
        catchThrowable(
            () -> client.webhooks().constructEvent(body, signature, Long.toString(time)));

    assertThat(verdicts).containsExactly(verdict);
    assertThat(ofAnother).containsExactly(verdict);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("webhooks")
  void anEventThatIsHandled(
      String name, byte[] body, @Nullable String signature, long time, String verdict) {
    client.webhooks().handler().build().handle(body, headers(signature, time));

    assertThat(verdicts).containsExactly(verdict);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("webhooks")
  void aSignatureThatIsVerified(
      String name, byte[] body, @Nullable String signature, long time, String verdict) {
    boolean genuine = client.webhooks().verifySignature(body, signature, Long.toString(time));

    String ofSignature = name.equals("genuine but no event") ? "genuine" : verdict;
    assertThat(verdicts).containsExactly(ofSignature);
    assertThat(genuine).isEqualTo(ofSignature.equals("genuine"));
  }

  @Test
  void aRepetitionIsRefusedWhereAnEventIsConstructedAndGenuineToAHandler() {
    Map<String, List<String>> headers = headers(Webhooks.sign(EVENT, NOW, SECRET), NOW);
    client.webhooks().constructEvent(EVENT, headers);
    assertThat(catchThrowable(() -> client.webhooks().constructEvent(EVENT, headers)))
        .isInstanceOf(WebhookReplayedException.class);
    client.webhooks().handler().build().handle(EVENT, headers);

    assertThat(verdicts).containsExactly("genuine", "WebhookReplayedException", "genuine");
  }

  @Test
  void aVerifierOfAClientNotifiesNobodyWhereItIsUsedAlone() {
    var unused = verifier.constructEvent(EVENT, Webhooks.sign(EVENT, NOW, SECRET), "" + NOW);
    WebhookHandler.builder(verifier).build().handle(EVENT, headers(FORGED, NOW));

    assertThat(verdicts).isEmpty();
  }

  private static Map<String, List<String>> headers(@Nullable String signature, long time) {
    List<String> times = List.of(Long.toString(time));
    return signature == null
        ? Map.of("x-finfusion-timestamp", times)
        : Map.of("x-finfusion-timestamp", times, "x-finfusion-signature", List.of(signature));
  }
}
