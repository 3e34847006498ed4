package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lists of values that the public documentation gives whole: events, error codes, key types,
 * scopes.
 */
class DocumentedValuesTest {
  private final Spec spec = Spec.BUNDLED;

  /** HOOK, the four tables of event types. */
  private static final List<String> EVENTS =
      List.of(
          "payment.succeeded",
          "payment.failed",
          "payment.refunded",
          "payment.disputed",
          "account.created",
          "account.updated",
          "transfer.succeeded",
          "transfer.failed",
          "card.created",
          "card.activated",
          "card.blocked",
          "card.transaction");

  @Test
  void theTwelveEventTypesAreThereAndNoOthers() {
    assertThat(spec.events()).extracting(Spec.Operation::path).containsExactlyElementsOf(EVENTS);
    JsonNode mapping = spec.schema("Event").path("discriminator").path("mapping");
    assertThat(Spec.members(mapping)).containsOnlyKeys(EVENTS);
    assertThat(spec.schema("Event").path("oneOf")).hasSize(EVENTS.size());
  }

  @Test
  void everyEventSendsTheSchemaThatItsTypeNames() {
    JsonNode mapping = spec.schema("Event").path("discriminator").path("mapping");
    assertThat(spec.events())
        .allSatisfy(
            event -> {
              JsonNode body =
                  event.node().path("requestBody").path("content").path("application/json");
              assertThat(body.path("schema").path("$ref")).isEqualTo(mapping.path(event.path()));
              assertThat(event.method()).isEqualTo("post");
            });
  }

  @Test
  void everyEventHasTheDocumentedEnvelope() {
    assertThat(spec.events())
        .allSatisfy(
            event -> {
              JsonNode body =
                  event.node().path("requestBody").path("content").path("application/json");
              List<Spec.Property> fields = spec.properties(Spec.type(body.path("schema")));
              assertThat(fields)
                  .extracting(Spec.Property::name)
                  .containsExactly("id", "type", "created", "data");
              assertThat(fields).allMatch(Spec.Property::required);
              assertThat(spec.properties(Spec.type(fields.get(3).written())))
                  .extracting(Spec.Property::name)
                  .containsExactly("object");
            });
  }

  @Test
  void everyEventCarriesSignatureAndTimestampHeaders() {
    assertThat(spec.events())
        .allSatisfy(
            event ->
                assertThat(spec.parameters(event))
                    .allMatch(each -> each.path("in").asText().equals("header"))
                    .allMatch(each -> each.path("required").asBoolean())
                    .extracting(each -> each.path("name").asText())
                    .containsExactly("x-finfusion-signature", "x-finfusion-timestamp"));
  }

  @ParameterizedTest(name = "{0}: {1} (ERR)")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AUTH001 | Invalid API key
          AUTH002 | Expired token
          AUTH003 | Invalid scope
          VAL001  | Invalid request payload
          VAL002  | Invalid parameter
          VAL003  | Resource not found
          RATE001 | Rate limit exceeded
          RATE002 | Concurrent request limit
          API001  | Internal server error
          API002  | Service unavailable
          """)
  void errorCodeAndItsMeaningAreKept(String code, String message) {
    JsonNode codes = spec.schema("ErrorCode");
    assertThat(Spec.texts(codes.path("enum")))
        .contains(code)
        .hasSize(12)
        .endsWith("PAY001", "PAY002"); // this project's, which the examples of 402 show
    assertThat(codes.path("description").asText()).containsIgnoringCase(code + " " + message);
  }

  @Test
  void keyTypesAreThoseOfTheKeysPage() {
    assertThat(Spec.texts(spec.schema("ApiKeyType").path("enum")))
        .containsExactly("development", "production", "restricted");
  }

  @Test
  void keyPrefixesAreThoseOfTheKeysPage() {
    String text = securityScheme("bearerAuth").path("description").asText();
    assertThat(text).contains("`dev_`", "`prod_`", "`rest_`");
    assertThat(securityScheme("bearerAuth").path("scheme").asText()).isEqualTo("bearer");
  }

  @Test
  void clientCredentialsAreTheOnlyFlowAndHaveTheDocumentedAddressAndScopes() {
    JsonNode flows = securityScheme("oauth2").path("flows");
    assertThat(Spec.members(flows)).containsOnlyKeys("clientCredentials");
    assertThat(flows.path("clientCredentials").path("tokenUrl").asText())
        .isEqualTo("https://api.finfusion.cloud/oauth/token");
    assertThat(Spec.members(flows.path("clientCredentials").path("scopes")))
        .containsOnlyKeys("payments", "accounts", "customers");
  }

  @Test
  void succeededIsAPaymentStatus() {
    assertThat(Spec.texts(spec.schema("PaymentStatus").path("enum"))).contains("succeeded");
  }

  private JsonNode securityScheme(String name) {
    return spec.root.path("components").path("securitySchemes").path(name);
  }
}
