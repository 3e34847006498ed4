package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Host, paths, methods, bodies and statuses as the public documentation states them. */
class DocumentedOperationsTest {
  private final Spec spec = Spec.BUNDLED;

  @ParameterizedTest(name = "{0} {1} ({2})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | /v2/payments              | API  | application/json                  | PaymentCreateParams         | Payment
          GET  | /v2/payments/{payment_id} | API  |                                   |                             | Payment
          POST | /v2/customers             | API  | application/json                  | CustomerCreateParams        | Customer
          POST | /v2/webhooks              | API  | application/json                  | WebhookEndpointCreateParams | WebhookEndpoint
          POST | /oauth/token              | AUTH | application/x-www-form-urlencoded | TokenCreateParams           | Token
          POST | /v1/api-keys              | KEYS | application/json                  | ApiKeyCreateParams          | ApiKey
          """)
  void documentedOperationIsThere(
      String method,
      String path,
      String page,
      @Nullable String mediaType,
      @Nullable String body,
      String response) {
    JsonNode operation = spec.root.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    assertThat(operation.path("x-finfusion-documented").asText()).isEqualTo(page);
    JsonNode content = operation.path("requestBody").path("content");
    if (mediaType == null) {
      assertThat(content.isMissingNode()).isTrue();
    } else {
      assertThat(Spec.members(content)).containsOnlyKeys(mediaType);
      assertThat(Spec.type(content.path(mediaType).path("schema"))).isEqualTo(body);
    }
    JsonNode success = operation.path("responses").path("200").path("content");
    assertThat(Spec.type(success.path("application/json").path("schema"))).isEqualTo(response);
  }

  @Test
  void noOtherOperationIsMarkedAsDocumented() {
    assertThat(spec.operations())
        .filteredOn(each -> each.node().has("x-finfusion-documented"))
        .extracting(Spec.Operation::toString)
        .containsExactlyInAnyOrder(
            "POST /v2/payments",
            "GET /v2/payments/{payment_id}",
            "POST /v2/customers",
            "POST /v2/webhooks",
            "POST /oauth/token",
            "POST /v1/api-keys");
  }

  @Test
  void olderFormOfCreatingPaymentsIsLeftOut() {
    assertThat(Spec.members(spec.root.path("paths"))).doesNotContainKey("/v1/payments");
  }

  @Test
  void hostIsTheOneOfTheDocumentation() {
    assertThat(spec.root.path("servers").findValuesAsText("url"))
        .containsExactly("https://api.finfusion.cloud");
  }

  @Test
  void creatingAPaymentListsTheDocumentedStatuses() {
    JsonNode responses =
        spec.root.path("paths").path("/v2/payments").path("post").path("responses");
    assertThat(description(responses.path("200"))).containsIgnoringCase("created successfully");
    assertThat(description(responses.path("400"))).containsIgnoringCase("invalid");
    assertThat(description(responses.path("402"))).containsIgnoringCase("payment failed");
    assertThat(responses.has("201")).as("200, not 201").isFalse();
  }

  @Test
  void paymentIdIsAPathArgumentWithTheDocumentedPrefix() {
    JsonNode id =
        spec.root
            .path("paths")
            .path("/v2/payments/{payment_id}")
            .path("get")
            .path("parameters")
            .path(0);
    assertThat(id.path("in").asText()).isEqualTo("path");
    assertThat(id.path("example").asText()).isEqualTo("pay_1234567890");
  }

  private String description(JsonNode response) {
    return spec.resolve(response).path("description").asText().replace("The ", "");
  }
}
