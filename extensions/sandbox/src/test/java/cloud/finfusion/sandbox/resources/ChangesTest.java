package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resources are updated, deleted and changed by actions. */
class ChangesTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void anUpdateChangesWhatIsGivenAndRemovesWhatIsNull() {
    JsonNode before =
        caller.create(
            "/v2/customers",
            """
            {"email": "a@example.com", "name": "Ann", "metadata": {"a": 1, "b": {"c": 2}}}""");
    String path = "/v2/customers/" + before.path("id").asText();

    HttpResponse<String> response =
        caller.send("PATCH", path, "{\"name\": null, \"metadata\": {\"b\": {}}}");

    JsonNode after = Caller.json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(after.path("email").asText()).isEqualTo("a@example.com");
    assertThat(after.has("name")).isFalse();
    assertThat(after.path("metadata")).hasToString("{\"b\":{}}");
    assertThat(after.path("created_at")).isEqualTo(before.path("created_at"));
    assertThat(Caller.json(caller.get(path))).isEqualTo(after);
  }

  @Test
  void anUpdateIsValidatedAndChangesNoId() {
    String id = customer("a@example.com");

    assertThat(caller.send("PATCH", "/v2/customers/" + id, "{\"email\": null}").statusCode())
        .isEqualTo(400);
    assertThat(Caller.json(caller.send("PATCH", "/v2/customers/" + id, "{\"id\": \"x\"}")))
        .isEqualTo(Caller.json(caller.get("/v2/customers/" + id)));
    assertThat(caller.send("PATCH", "/v2/customers/cust_1", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsDeletedIsGone() {
    String id = customer("a@example.com");
    String other = customer("b@example.com");

    HttpResponse<String> response = caller.send("DELETE", "/v2/customers/" + id, "");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(caller.get("/v2/customers/" + id).statusCode()).isEqualTo(404);
    assertThat(caller.send("DELETE", "/v2/customers/" + id, "").statusCode()).isEqualTo(404);
    assertThat(caller.list("/v2/customers", "id")).containsExactly(other);
  }

  @Test
  void aCursorSurvivesTheDeletionOfWhatItNames() {
    String first = customer("a@example.com");
    String second = customer("b@example.com");
    String third = customer("c@example.com");
    JsonNode page = Caller.json(caller.get("/v2/customers?limit=1"));
    assertThat(page.at("/data/0/id").asText()).isEqualTo(third);

    caller.send("DELETE", "/v2/customers/" + third, "");

    assertThat(caller.list("/v2/customers?cursor=" + page.path("next_cursor").asText(), "id"))
        .containsExactly(second, first);
  }

  @Test
  void anActionHasTheEffectThatTheSpecificationNames() {
    JsonNode card =
        caller.create("/v2/cards", "{\"account_id\": \"acct_1\", \"type\": \"virtual\"}");
    String path = "/v2/cards/" + card.path("id").asText();

    assertThat(card.path("status").asText()).isEqualTo("inactive");
    JsonNode active = Caller.json(caller.act(path + "/activate"));
    assertThat(active.path("status").asText()).isEqualTo("active");
    assertThat(active.path("type").asText()).isEqualTo("virtual");
    assertThat(Caller.json(caller.act(path + "/block")).path("status").asText())
        .isEqualTo("blocked");
    assertThat(Caller.json(caller.get(path)).path("status").asText()).isEqualTo("blocked");
    assertThat(caller.act("/v2/cards/card_1/block").statusCode()).isEqualTo(404);
  }

  private String customer(String email) {
    return caller.create("/v2/customers", "{\"email\": \"" + email + "\"}").path("id").asText();
  }
}
