package cloud.finfusion.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event types of webhook endpoints: a misspelt one would silently get no events. */
class WebhookEventNamesTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  private static String body(String events) {
    return "{\"url\": \"https://a.example/hooks\", \"events\": [" + events + "]}";
  }

  private static void refused(HttpResponse<String> response, String... fields) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.code(response)).isEqualTo("VAL001");
    assertThat(Caller.json(response).at("/error/details").findValuesAsText("field"))
        .containsExactly(fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.suceeded",
        "Payment.succeeded",
        "payment.*",
        "*",
        "",
        "card.transactions"
      })
  @DisplayName("F an endpoint for an unknown event type is refused")
  void anUnknownName(String name) {
    refused(caller.post("/v2/webhooks", body("\"" + name + "\"")), "events.0");
    assertThat(Caller.json(caller.get("/v2/webhooks")).path("data")).isEmpty();
  }

  @Test
  @DisplayName("F each misspelt event type is named by its index")
  void severalNames() {
    String events = "\"a.b\", \"payment.failed\", \"payment.fail\"";

    refused(caller.post("/v2/webhooks", body(events)), "events.0", "events.2");
  }

  @Test
  @DisplayName("F an endpoint is not changed to an unknown event type")
  void aChange() {
    JsonNode endpoint = caller.create("/v2/webhooks", body("\"card.transaction\""));
    String path = "/v2/webhooks/" + endpoint.path("id").asText();

    refused(caller.send("PATCH", path, "{\"events\": [\"card.transactions\"]}"), "events.0");
    assertThat(Caller.json(caller.get(path)).at("/events/0").asText())
        .isEqualTo("card.transaction");
    assertThat(caller.send("PATCH", path, "{\"url\": \"https://b.example/\"}").statusCode())
        .isEqualTo(200);
  }
}
