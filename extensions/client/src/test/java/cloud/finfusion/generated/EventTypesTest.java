package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.model.ErrorCode;
import cloud.finfusion.model.WebhookEndpointCreateParams;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.webhook.EventType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an endpoint asks for can be spelt by constants, and is an address that can be reached. */
class EventTypesTest {
  @Test
  @DisplayName("F the constants of event types are those of the specification")
  void constants() {
    Set<String> specified =
        ModelSpec.BUNDLED.schema("Event").getDiscriminator().getMapping().keySet();

    assertThat(EventType.all()).containsExactlyInAnyOrderElementsOf(specified);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "example.com/hooks", "http://a b", "https://", "HTTP//x"})
  @DisplayName("F an endpoint's address is of http or https")
  void address(String url) {
    WebhookEndpointCreateParams.Builder params =
        WebhookEndpointCreateParams.builder().events(List.of(EventType.PAYMENT_SUCCEEDED)).url(url);

    assertThatThrownBy(params::build)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("WebhookEndpointCreateParams.url");
    assertThat(params.url("https://example.com/hooks?a=b#c").build()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAY001", "PAY002"})
  @DisplayName("F the codes that the specification's examples show are known")
  void codes(String code) {
    assertThat(ErrorCode.of(code).known()).isNotEqualTo(ErrorCode.Known.UNRECOGNIZED);
  }
}
