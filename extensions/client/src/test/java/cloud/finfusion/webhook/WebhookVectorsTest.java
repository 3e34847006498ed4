package cloud.finfusion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.error.WebhookSignatureException;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("C189 webhook vectors")
class WebhookVectorsTest {
  private static final Pattern RECIPE =
      Pattern.compile("b\"\\[\" \\+ b\"0,\"\\*(\\d+) \\+ b\"0]\"");

  /**
   * Genuine, but no event: the payloads of the other accepted vectors are none either, but JSON.
   */
  private static final Set<String> NO_JSON = Set.of("W03", "W08", "W48", "W50");

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void theVerdictIsAsListed(String id, JsonObject vector) {
    boolean genuine =
        verifier(vector)
            .build()
            .verifySignature(
                payload(vector),
                text(vector, "signature_header"),
                text(vector, "timestamp_header"));

    assertThat(genuine).isEqualTo(text(vector, "verdict").equals("accept"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  @DisplayName("C194 the signature is judged before the body is read")
  void theErrorIsTyped(String id, JsonObject vector) {
    boolean accepted = text(vector, "verdict").equals("accept") || id.equals("W47");

    assertThatThrownBy(
            () ->
                verifier(vector)
                    .build()
                    .constructEvent(
                        payload(vector),
                        text(vector, "signature_header"),
                        text(vector, "timestamp_header")))
        .as("no vector is a whole event")
        .isExactlyInstanceOf(
            accepted ? WebhookPayloadException.class : WebhookSignatureException.class)
        .hasMessageStartingWith("webhook: ")
        .hasMessageNotContaining(text(vector, "secret"))
        .hasNoCause();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void signingGivesTheListedSignature(String id, JsonObject vector) {
    byte[] signature =
        SignatureScheme.hmacSha256()
            .signer(text(vector, "secret"))
            .sign(payload(vector), text(vector, "timestamp_header"));

    assertThat(HexFormat.of().formatHex(signature)).isEqualTo(text(vector, "hmac_hex"));
  }

  @Test
  void aRaisedCapTakesTheLargeBody() throws Exception {
    JsonObject large = vector("W47");

    boolean genuine =
        verifier(large)
            .maxBodyBytes(3 << 20)
            .build()
            .verifySignature(
                payload(large), text(large, "signature_header"), text(large, "timestamp_header"));

    assertThat(payload(large).length).isBetween(1 << 20, 3 << 20);
    assertThat(genuine).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void whatIsGenuineButNoJsonIsRefusedWithoutShowingIt(String id) throws Exception {
    JsonObject vector = vector(id);

    assertThatThrownBy(
            () ->
                verifier(vector)
                    .build()
                    .constructEvent(
                        payload(vector),
                        text(vector, "signature_header"),
                        text(vector, "timestamp_header")))
        .isInstanceOf(WebhookPayloadException.class)
        .hasMessageContaining("genuine but not an event")
        .hasMessageNotContaining("blob");
  }

  private static WebhookVerifierBuilder verifier(JsonObject vector) {
    return WebhookVerifier.builder()
        .secrets(text(vector, "secret"))
        .tolerance(Duration.ofSeconds(vector.get("tolerance_s").getAsLong()))
        .clock(InstantSource.fixed(Instant.ofEpochSecond(vector.get("now").getAsLong())));
  }

  private static byte[] payload(JsonObject vector) {
    JsonElement recipe = vector.get("payload_recipe_python");
    if (recipe.isJsonNull()) {
      return Base64.getDecoder().decode(text(vector, "payload_b64"));
    }
    MatchResult parts = RECIPE.matcher(recipe.getAsString()).results().findFirst().orElseThrow();
    return Deliveries.bytes("[" + "0,".repeat(Integer.parseInt(parts.group(1))) + "0]");
  }

  private static String text(JsonObject vector, String name) {
    return vector.get(name).getAsString();
  }

  static Stream<String> unreadable() {
    return NO_JSON.stream();
  }

  private static JsonObject vector(String id) throws Exception {
    return vectors()
        .filter(each -> each[0].equals(id))
        .map(each -> (JsonObject) each[1])
        .findFirst()
        .orElseThrow();
  }

  static Stream<Object[]> vectors() throws Exception {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                WebhookVectorsTest.class.getResourceAsStream("/vectors/webhook_vectors.json")),
            StandardCharsets.UTF_8)) {
      return StreamSupport.stream(JsonParser.parseReader(in).getAsJsonArray().spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(each -> new Object[] {each.get("id").getAsString(), each});
    }
  }
}
