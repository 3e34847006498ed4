package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.Event;
import cloud.finfusion.model.TransferSucceeded;
import cloud.finfusion.webhook.Webhooks;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Genuine webhooks reach the method of their type once; all others are refused. */
class WebhookEndpointTest {
  private static final String SECRET = "whsec_of_the_shop";
  private static final String EU_SECRET = "whsec_of_europe";
  private static Application application;

  @RestController
  static class Shop {
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger(1);

    @FinFusionWebhook("/webhooks/finfusion")
    void transferred(TransferSucceeded event) {
      handled.add("transferred " + event.id());
    }

    @FinFusionWebhook("${webhooks.path}")
    void other(Event event) {
      if (event.id().equals("evt_again") && failures.getAndDecrement() > 0) {
        throw new IllegalStateException("the database is away");
      }
      handled.add("other " + event.id());
    }

    @FinFusionWebhook(value = "/webhooks/eu", client = "eu")
    void ofEurope(Event event) {
      handled.add("eu " + event.id());
    }

    /** Nor does a function that takes all paths. */
    @Bean
    RouterFunction<ServerResponse> everything() {
      return RouterFunctions.route()
          .POST("/**", request -> ServerResponse.ok().body("a function"))
          .build();
    }

    /** A controller that takes all paths takes no webhook. */
    @RequestMapping("/**")
    String all() {
      return "a page";
    }
  }

  @BeforeAll
  static void start() {
    application =
        Application.start(
            Shop.class,
            "webhooks.path=/webhooks/finfusion",
            "finfusion.api-key=dev_0123456789",
            "finfusion.webhook.secret=" + SECRET,
            "finfusion.webhook.max-body-size=300B",
            "finfusion.clients.eu.api-key=dev_9876543210",
            "finfusion.clients.eu.webhook.secret=" + EU_SECRET);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static byte[] event(String id, String type) {
    return ("{\"id\":\""
            + id
            + "\",\"type\":\""
            + type
            + "\",\"created\":1,\"data\":{\"object\":{\"id\":\"tr_é\"}}}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> post(String path, byte[] body, byte[] signed, String secret)
      throws Exception {
    long now = Instant.now().getEpochSecond();
    return application.post(
        path,
        body,
        Map.of(
            "x-finfusion-signature", Webhooks.sign(signed, now, secret),
            "x-finfusion-timestamp", Long.toString(now)));
  }

  private static HttpResponse<String> post(byte[] body) throws Exception {
    return post("/webhooks/finfusion", body, body, SECRET);
  }

  private static List<String> handled() {
    return application.bean(Shop.class).handled;
  }

  @Test
  void aGenuineOneIsHandledOnceByTheMethodOfItsType() throws Exception {
    for (int delivery = 0; delivery < 2; delivery++) {
      HttpResponse<String> response = post(event("evt_transferred", "transfer.succeeded"));
      assertThat(response.body()).isEqualTo("{\"received\":true}");
      assertThat(response.statusCode()).isEqualTo(200);
    }
    assertThat(post(event("evt_other", "invoice.paid")).statusCode()).isEqualTo(200);

    assertThat(handled()).containsOnlyOnce("transferred evt_transferred", "other evt_other");
  }

  @Test
  void aForgedOneIsRefused() throws Exception {
    byte[] body = event("evt_forged", "invoice.paid");

    HttpResponse<String> changed =
        post("/webhooks/finfusion", body, event("evt_1", "invoice.paid"), SECRET);
    HttpResponse<String> ofAnother = post("/webhooks/finfusion", body, body, EU_SECRET);
    HttpResponse<String> unsigned = application.post("/webhooks/finfusion", body, Map.of());

    assertThat(List.of(changed, ofAnother, unsigned))
        .allSatisfy(
            response -> {
              assertThat(response.statusCode()).isEqualTo(400);
              assertThat(response.body()).startsWith("webhook: expected").doesNotContain(SECRET);
            });
    assertThat(handled()).noneMatch(each -> each.contains("evt_forged"));
  }

  @Test
  void aMethodThatThrowsIsCalledAgain() throws Exception {
    byte[] body = event("evt_again", "invoice.paid");

    HttpResponse<String> failed = post(body);

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body()).doesNotContain("database");
    assertThat(post(body).statusCode()).isEqualTo(200);
    assertThat(handled()).containsOnlyOnce("other evt_again");
  }

  @Test
  void aBodyBeyondTheCapIsRefused() throws Exception {
    HttpResponse<String> response = post(event("evt_" + "1".repeat(300), "invoice.paid"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("at most 300 bytes");
  }

  @Test
  void eachClientHasItsSecret() throws Exception {
    byte[] body = event("evt_eu", "invoice.paid");

    assertThat(post("/webhooks/eu", body, body, SECRET).statusCode()).isEqualTo(400);
    assertThat(post("/webhooks/eu", body, body, EU_SECRET).statusCode()).isEqualTo(200);
    assertThat(handled()).containsOnlyOnce("eu evt_eu");
  }

  @Test
  void onlyPostIsTaken() throws Exception {
    assertThat(application.get("/webhooks/finfusion").statusCode()).isEqualTo(405);
    assertThat(application.get("/elsewhere").body()).isEqualTo("a page");
  }
}
