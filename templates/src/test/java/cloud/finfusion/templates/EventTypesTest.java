package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.templates.view.EventTypeView;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The types of events, as a specification of anybody's may name them. */
class EventTypesTest {
  @Test
  void aTypeCannotEndTheLiteralThatItStandsIn() {
    OpenAPI specification = new OpenAPI();
    specification.addExtension("x-webhooks", Map.of("order.\"paid\"", Map.of()));

    assertThat(EventTypes.of(specification))
        .containsExactly(new EventTypeView("ORDER__PAID_", "order.\\\"paid\\\""));
  }
}
