package cloud.finfusion.sandbox.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks are signed by the scheme that is assumed for FinFusion. */
class WebhookSignatureTest {
  private static final String TIMESTAMP = "1700000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          whsec_test_5f2b8c1e9a7d4036b1c2d3e4f5a6b7c8 | {"id":"evt_1","type":"payment.succeeded","data":{"id":"pay_1","amount":1000,"currency":"USD"}} | 623fd52392ae43373d8a6d02e6c6fcc583ebb866944908aec222680c2a7929c7
          whsec_test_5f2b8c1e9a7d4036b1c2d3e4f5a6b7c8 | {"name":"Zoë 日本 😀","amount":1} | 3a35fa4d85ec6f570d68f5950dda4d83e3c2f5969af3677f0a9c9d811d98ea1f
          secret | {} | b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163
          whsec_test_5f2b8c1e9a7d4036b1c2d3e4f5a6b7c8 | '' | 7bf92b1a548966f403d0a7bf3c703cc020941f21dd7fe31d4b983cf737bde45e
          """)
  @DisplayName("C189 C210 the sandbox signs as the vectors W01, W04, W02 and W03 have it")
  void itIsTheSchemeOfTheVectors(String secret, String body, String signature) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    assertThat(WebhookSignature.of(secret, TIMESTAMP, bytes)).isEqualTo(signature);
  }
}
