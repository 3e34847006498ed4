package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields that the public documentation shows, with their types and samples. */
class DocumentedFieldsTest {
  private final Spec spec = Spec.BUNDLED;

  /** Page, schema, field, type, sample; a sample ending in {@code _} is the documented prefix. */
  @ParameterizedTest(name = "{1}.{2} ({0})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          API  | PaymentCreateParams     | amount         | Amount                |
          API  | PaymentCreateParams     | payment_method | PaymentMethodParams   |
          API  | PaymentCreateParams     | metadata       | Metadata              |
          API  | Amount                  | value          | integer int64         | 1000
          API  | Amount                  | currency       | string                | USD
          API  | CardPaymentMethodParams | type           | string                | card
          API  | CardPaymentMethodParams | card           | CardParams            |
          API  | CardParams              | number         | string                | 4242424242424242
          API  | CardParams              | exp_month      | integer int32         | 12
          API  | CardParams              | exp_year       | integer int32         |
          API  | CardParams              | cvc            | string                | 123
          API  | Payment                 | id             | string                | pay_1234567890
          API  | Payment                 | status         | PaymentStatus         |
          API  | Payment                 | amount         | Amount                |
          API  | Payment                 | payment_method | PaymentMethod         |
          API  | Payment                 | created_at     | string date-time      | 2024-03-15T10:30:00Z
          API  | Payment                 | metadata       | Metadata              |
          API  | CardPaymentMethod       | id             | string                | pm_1234567890
          API  | CardPaymentMethod       | type           | string                | card
          API  | CardPaymentMethod       | card           | CardDetails           |
          API  | CardDetails             | brand          | string                | visa
          API  | CardDetails             | last4          | string                | 4242
          API  | CardDetails             | exp_month      | integer int32         | 12
          API  | CardDetails             | exp_year       | integer int32         |
          API  | CustomerCreateParams    | email          | string                | customer@example.com
          API  | CustomerCreateParams    | name           | string                | John Doe
          API  | CustomerCreateParams    | metadata       | Metadata              |
          API  | Customer                | id             | string                | cust_1234567890
          API  | Customer                | email          | string                | customer@example.com
          API  | Customer                | name           | string                | John Doe
          API  | Customer                | metadata       | Metadata              |
          API  | Customer                | created_at     | string date-time      | 2024-03-15T10:30:00Z
          AUTH | TokenCreateParams       | grant_type     | string                | client_credentials
          AUTH | TokenCreateParams       | client_id      | string                | your_client_id
          AUTH | TokenCreateParams       | client_secret  | string                | your_client_secret
          AUTH | TokenCreateParams       | scope          | string                | payments accounts
          KEYS | ApiKeyCreateParams      | name           | string                | Production API Key
          KEYS | ApiKeyCreateParams      | type           | ApiKeyType            |
          KEYS | ApiKeyCreateParams      | permissions    | array of string       | ["payments","kyc","reporting"]
          KEYS | ApiKeyCreateParams      | expiration     | string date           |
          HOOK | WebhookEndpoint         | secret         | string                | whsec_your_webhook_secret
          HOOK | EventEnvelope           | id             | string                | evt_123456789
          HOOK | EventEnvelope           | type           | string                | payment.succeeded
          HOOK | EventEnvelope           | created        | integer int64         |
          HOOK | PaymentEventData        | object         | Payment               |
          ERR  | ErrorBody               | code           | ErrorCode             |
          ERR  | ErrorBody               | message        | string                |
          BEST | ErrorBody               | details        | array of ErrorDetail  |
          """)
  void documentedFieldIsThere(
      String page, String schema, String field, String type, @Nullable String sample) {
    assertThat(spec.properties(schema))
        .filteredOn(each -> each.name().equals(field))
        .singleElement()
        .satisfies(
            property -> {
              assertThat(Spec.type(property.written())).isEqualTo(type);
              if (sample != null) {
                JsonNode example = property.schema().path("example");
                assertThat(example.isArray() ? example.toString() : example.asText())
                    .isEqualTo(sample);
              }
            });
  }

  @ParameterizedTest(name = "{0} holds {1} and nothing else")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PaymentCreateParams     | amount payment_method metadata
          Amount                  | value currency
          CardPaymentMethodParams | type card
          CardParams              | number exp_month exp_year cvc
          Payment                 | id status amount payment_method created_at metadata
          CardPaymentMethod       | id type card
          CardDetails             | brand last4 exp_month exp_year
          CustomerCreateParams    | email name metadata
          Customer                | id email name metadata created_at
          TokenCreateParams       | grant_type client_id client_secret scope
          ApiKeyCreateParams      | name type permissions expiration
          EventEnvelope           | id type created
          ErrorBody               | code message details
          """)
  void documentedSchemaHoldsNothingElseThatIsNotMarked(String schema, String fields) {
    assertThat(spec.properties(schema))
        .filteredOn(
            each ->
                each.name().isEmpty()
                    || List.of(fields.split(" ", -1)).contains(each.name())
                    || !each.written().has("x-finfusion-assumed"))
        .extracting(Spec.Property::name)
        .containsExactlyInAnyOrder(fields.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"amount", "payment_method"})
  void whatThePaymentsTableCallsRequiredIsRequired(String field) {
    assertThat(Spec.texts(spec.schema("PaymentCreateParams").path("required"))).contains(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"created_at", "metadata"})
  void whatTheSampleOfRetrievingAPaymentLacksIsOptional(String field) {
    assertThat(Spec.texts(spec.schema("Payment").path("required"))).doesNotContain(field);
    assertThat(spec.schema("CardDetails").has("required")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "cvc"})
  void responsesNeverHoldACardsSecrets(String field) {
    assertThat(spec.properties("CardDetails"))
        .extracting(Spec.Property::name)
        .doesNotContain(field);
  }
}
