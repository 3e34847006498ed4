package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events are listed either way round, and from a known one on. */
class EventListTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);
  private List<String> oldestFirst = List.of();

  @BeforeEach
  void fiveEvents() {
    for (int i = 0; i < 5; i++) {
      caller.post("/v2/payments", Caller.CARD_PAYMENT);
    }
    oldestFirst = new ArrayList<>(caller.list("/v2/events", "id"));
    Collections.reverse(oldestFirst);
  }

  private String third() {
    return oldestFirst.get(2);
  }

  @Test
  void theNewestComesFirstUnlessTheOldestIsAskedFor() {
    assertThat(oldestFirst).hasSize(5);
    assertThat(caller.list("/v2/events?order=oldest_first", "id")).isEqualTo(oldestFirst);
    assertThat(caller.list("/v2/events?order=newest_first", "id"))
        .isEqualTo(caller.list("/v2/events", "id"));
    assertThat(caller.get("/v2/events?order=random").statusCode()).isEqualTo(400);
  }

  @Test
  void sinceAnEventItIsTheFirstOrTheLast() {
    assertThat(caller.list("/v2/events?order=oldest_first&since=" + third(), "id"))
        .isEqualTo(oldestFirst.subList(2, 5));
    assertThat(caller.list("/v2/events?since=" + third(), "id"))
        .containsExactly(oldestFirst.get(4), oldestFirst.get(3), third());
    assertThat(caller.get("/v2/events?since=evt_gone").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesGoOnWhereTheLastEnded() {
    String list = "/v2/events?order=oldest_first&limit=2&since=" + third();
    JsonNode page = Caller.json(caller.get(list));
    String cursor = page.path("next_cursor").asText();

    assertThat(page.path("has_more").asBoolean()).isTrue();
    assertThat(caller.list(list + "&cursor=" + cursor, "id")).containsExactly(oldestFirst.get(4));
    assertThat(caller.get(list + "&cursor=cur_other").statusCode()).isEqualTo(400);
  }
}
