package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resources are created, retrieved and listed page by page. */
class ResourcesTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new FakeClock()).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aCreatedResourceIsRetrieved() {
    JsonNode created =
        Caller.json(
            caller.post(
                "/v2/customers",
                """
                {"email": "a@example.com", "metadata": {"tier": {"level": 1.50}}}"""));

    assertThat(created.path("id").asText()).matches("cust_[0-9a-z]{16}");
    assertThat(created.path("created_at").asText()).isEqualTo("2024-03-15T10:30:00Z");
    assertThat(created.has("name")).isFalse();
    HttpResponse<String> retrieved = caller.get("/v2/customers/" + created.path("id").asText());
    assertThat(Caller.json(retrieved)).isEqualTo(created);
    assertThat(retrieved.body()).contains("1.50");
  }

  @Test
  void anUnknownIdIsNotFound() {
    HttpResponse<String> response = caller.get("/v2/customers/cust_1");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Caller.code(response)).isEqualTo("VAL003");
  }

  @Test
  void aListIsReadPageByPageNewestFirst() {
    List<String> created = createCustomers(5);

    List<String> listed = new ArrayList<>();
    String query = "?limit=2";
    JsonNode page;
    do {
      page = Caller.json(caller.get("/v2/customers" + query));
      listed.addAll(page.path("data").findValuesAsText("email"));
      query = "?limit=2&cursor=" + page.path("next_cursor").asText();
    } while (page.path("has_more").asBoolean());

    Collections.reverse(created);
    assertThat(listed).isEqualTo(created);
    assertThat(page.path("next_cursor").isNull()).isTrue();
  }

  @Test
  void aPageHoldsTheSpecificationsDefaultWhenNoLimitIsGiven() {
    createCustomers(21);

    assertThat(Caller.json(caller.get("/v2/customers")).path("data")).hasSize(20);
  }

  @Test
  void anUnknownCursorIsRefused() {
    createCustomers(1);

    for (String cursor : List.of("cur_1234567890", "cur_Y3VzdF8x", "x", "")) {
      HttpResponse<String> response = caller.get("/v2/customers?cursor=" + cursor);
      assertThat(response.statusCode()).as(cursor).isEqualTo(400);
      assertThat(Caller.code(response)).isEqualTo("VAL002");
    }
  }

  @Test
  void aFieldThatTheRequestLacksIsFilledOnlyIfRequired() {
    JsonNode key =
        Caller.json(caller.post("/v1/api-keys", "{\"name\": \"k\", \"type\": \"restricted\"}"));

    assertThat(key.has("permissions")).isFalse();
    assertThat(key.path("key").asText()).matches("rest_[0-9a-z]{32}");
  }

  private List<String> createCustomers(int count) {
    List<String> emails = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      emails.add("c" + i + "@example.com");
      caller.post("/v2/customers", "{\"email\": \"c" + i + "@example.com\"}");
    }
    return emails;
  }
}
