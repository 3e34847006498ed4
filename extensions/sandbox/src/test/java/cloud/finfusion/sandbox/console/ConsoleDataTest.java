package cloud.finfusion.sandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Plan;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.VirtualClock;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.WebhookScene;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console shows and changes what a sandbox has, and no other site does. */
class ConsoleDataTest {
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @Test
  void resourcesAreReadPageByPageNewestFirst() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      List<String> created = new ArrayList<>();
      for (int i = 0; i < 45; i++) {
        created.add(0, caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText());
      }

      assertThat(ids(caller)).isEqualTo(created);
      assertThat(read(caller, "resources").path("next").isInt()).isTrue();
      assertThat(read(caller, "resources?after=" + created.get(0)).path("data")).isEmpty();
      assertThat(read(caller, "resources").at("/families/2").toString())
          .isEqualTo("{\"name\":\"payment\",\"size\":45}");
      assertThat(read(caller, "ledger?offset=40").path("data")).hasSize(5);
      assertThat(read(caller, "ledger?offset=40").has("next")).isFalse();
      assertThat(read(caller, "ledger?offset=-1").path("next").asInt()).isEqualTo(20);
    }
  }

  @Test
  void whatLooksLikeMarkupIsOnlyEverJsonAndWhatLooksLikeASecretIsNotThere() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      caller.create(
          "/v2/payments",
          Caller.CARD_PAYMENT.replace(
              "order_123", SCRIPT + " 4242 4242 4242 4242 whsec_abc dev_abc"));

      HttpResponse<String> shown = get(caller, "resources");

      assertThat(shown.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(shown.headers().firstValue("Content-Security-Policy"))
          .hasValue("default-src 'none'");
      assertThat(shown.body())
          .contains(SCRIPT + " *** *** ***")
          .doesNotContain("4242 4242", "abc", sandbox.apiKey());
    }
  }

  @Test
  void theUrlOfAWebhookEndpointIsShownWithoutItsSecrets() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      sandbox.webhooks().forwardTo(URI.create("http://me:pa55@localhost:1/hooks?token=t0ps3cret"));

      JsonNode shown = read(caller, "resources?family=webhook_endpoint").at("/data/0");

      assertThat(shown.path("url").asText()).isEqualTo("http://localhost:1/hooks");
      assertThat(shown.toString()).doesNotContain("pa55", "t0ps3cret");
    }
  }

  @Test
  void theLedgerCountsTheChargesOfAKeyWithoutShowingIt() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      caller.post("/v2/payments", Caller.CARD_PAYMENT, "secret-order");
      caller.post("/v2/payments", Caller.CARD_PAYMENT, "secret-order");

      JsonNode row = read(caller, "ledger").at("/data/0");

      assertThat(row.path("times").asInt()).isEqualTo(1);
      assertThat(row.path("key").asText()).matches("[0-9a-f]{6}");
      assertThat(row.toString()).contains("charge", "payments.create").doesNotContain("secret");
    }
  }

  @Test
  void aDeliveryIsSentAgain() {
    try (WebhookScene scene = new WebhookScene()) {
      scene.endpoint(scene.receiver.url() + "?token=t0ps3cret", WebhookScene.PAID);
      scene.pay();
      assertThat(scene.deliveries()).hasSize(1);
      JsonNode first = read(scene.caller, "deliveries").at("/data/0");

      post(scene.caller, "deliveries", first.toString());

      assertThat(scene.deliveries()).hasSize(2);
      assertThat(scene.receiver.received())
          .extracting(each -> Caller.json(each.body()).path("id").asText())
          .containsExactly(first.path("event").asText(), first.path("event").asText());
      assertThat(first.path("status").asInt()).isEqualTo(200);
      assertThat(first.toString()).doesNotContain("t0ps3cret");
    }
  }

  @Test
  void aFaultIsAddedShownAppliedAndCleared() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      sandbox.faults().dropAfterWork("payments.list", 1);
      post(caller, "faults", fault("payments.create", "503", 3));
      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(503);

      JsonNode shown = read(caller, "faults");
      assertThat(shown.path("queued").toString())
          .isEqualTo(
              "[{\"operation\":\"payments.create\",\"fault\":\"503\",\"times\":2},"
                  + "{\"operation\":\"payments.list\",\"fault\":\"drop-after-work\",\"times\":1}]");
      post(caller, "faults/clear", "{\"operation\": \"payments.create\"}");
      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
      assertThat(read(caller, "faults").path("queued")).hasSize(1);
      post(caller, "faults/clear", "{}");
      assertThat(read(caller, "faults").path("queued")).isEmpty();
      sandbox.failing(503);
      sandbox.failing(500).on("payments.create").times(2);
      assertThat(read(caller, "faults").path("rules").toString())
          .contains("\"operation\":\"\",\"fault\":\"503\",\"always\":true")
          .contains(
              "\"operation\":\"payments.create\",\"fault\":\"500\",\"always\":false,\"times\":2");
      post(caller, "faults/clear", "{}");
      assertThat(read(caller, "faults").path("rules")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "payments.none, 503, 1",
    "payments.create, 200, 1",
    "payments.create, explode, 1",
    "payments.create, 503, 0",
    "payments.create, 503, 1001"
  })
  void aFaultThatIsNoneIsRefused(String operation, String fault, int times) {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);

      assertThat(post(caller, "faults", fault(operation, fault, times)).statusCode())
          .isEqualTo(400);
      assertThat(read(caller, "faults").path("queued")).isEmpty();
    }
  }

  @Test
  void aRunningClockIsMovedOnAndWhatIsDueIsDone() {
    Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    InstantSource stands = () -> noon;
    try (Sandbox sandbox = Sandbox.builder().clock(stands).start()) {
      isDisputedAfterAnHour(new Caller(sandbox), noon, true);
    }
    VirtualClock clock = VirtualClock.at(noon);
    try (Sandbox sandbox = Sandbox.builder().clock(clock).start()) {
      isDisputedAfterAnHour(new Caller(sandbox), noon, false);
      assertThat(clock.instant()).isEqualTo(noon.plusSeconds(3_600));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 366 * 86_400 + 1})
  void theClockGoesNeitherBackNorTooFar(long seconds) {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);

      assertThat(post(caller, "clock", "{\"seconds\": " + seconds + "}").statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void theGaugeShowsWhatIsLeftOfThePlan() {
    InstantSource stands = () -> Instant.EPOCH;
    try (Sandbox sandbox = Sandbox.builder().plan(Plan.STANDARD).clock(stands).start()) {
      Caller caller = new Caller(sandbox);
      caller.get("/v2/payments");
      caller.get("/v2/payments");

      JsonNode state = read(caller, "state");

      assertThat(state.path("plan").toString()).isEqualTo("{\"per_minute\":100,\"burst\":150}");
      assertThat(state.at("/remaining/0/requests").asInt()).isEqualTo(148);
      assertThat(state.at("/remaining/0/owner").asText()).isEqualTo(sandbox.apiKeyId());
    }
  }

  @ParameterizedTest
  @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
  void aPageOfAnotherSiteNeitherReadsNorChanges(String site, int status) {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      for (String path : List.of("state", "resources", "faults", "console/main.js")) {
        HttpRequest.Builder read = caller.anonymous("/_sandbox/" + path);
        assertThat(Caller.send(read.header("Sec-Fetch-Site", site)).statusCode()).isEqualTo(status);
      }
      HttpRequest.Builder change = posting(caller, "clock", "{\"seconds\": 60}");
      assertThat(Caller.send(change.header("Sec-Fetch-Site", site)).statusCode()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"faults", "faults/clear", "clock", "deliveries"})
  void whatAFormOfAnotherSiteCanSendIsRefused(String path) {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      HttpRequest.Builder form = posting(caller, path, "{\"seconds\": 60}");

      assertThat(Caller.send(form.setHeader("Content-Type", "text/plain")).statusCode())
          .isEqualTo(415);
      HttpRequest.Builder origin = posting(caller, path, "{\"seconds\": 60}");
      assertThat(Caller.send(origin.header("Origin", "http://localhost:1")).statusCode())
          .isEqualTo(403);
    }
  }

  private static void isDisputedAfterAnHour(Caller caller, Instant noon, boolean runs) {
    caller.create("/v2/payments", Caller.payment(1000, TestCards.DISPUTED));

    HttpResponse<String> moved = post(caller, "clock", "{\"seconds\": 3600}");

    assertThat(Caller.json(moved).path("clock").toString())
        .isEqualTo(
            "{\"now\":%d,\"runs\":%b}".formatted(noon.plusSeconds(3_600).toEpochMilli(), runs));
    assertThat(caller.list("/v2/events", "type"))
        .containsExactly("payment.disputed", "payment.succeeded");
  }

  private static List<String> ids(Caller caller) {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (!after.equals("none")) {
      JsonNode page = read(caller, "resources?family=payment" + after);
      page.path("data").forEach(each -> ids.add(each.path("id").asText()));
      after = page.has("next") ? "&after=" + page.path("next").asText() : "none";
    }
    return ids;
  }

  private static String fault(String operation, String fault, int times) {
    return "{\"operation\": \"%s\", \"fault\": \"%s\", \"times\": %d}"
        .formatted(operation, fault, times);
  }

  private static JsonNode read(Caller caller, String path) {
    return Caller.json(get(caller, path));
  }

  private static HttpResponse<String> get(Caller caller, String path) {
    return Caller.send(caller.anonymous("/_sandbox/" + path));
  }

  private static HttpResponse<String> post(Caller caller, String path, String body) {
    return Caller.send(posting(caller, path, body));
  }

  private static HttpRequest.Builder posting(Caller caller, String path, String body) {
    return caller
        .anonymous("/_sandbox/" + path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}
