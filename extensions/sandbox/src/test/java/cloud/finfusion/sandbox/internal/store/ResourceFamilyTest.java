package cloud.finfusion.sandbox.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Resources are found by their idempotency key without a search, and pages stay as they were. */
class ResourceFamilyTest {
  private final ResourceFamily family = new ResourceFamily();

  @Test
  void aKeyIsFoundWithoutCheckingTheOtherResources() {
    IntStream.range(0, 1_000).forEach(i -> add("pay_" + i, "order-" + i));
    AtomicInteger checks = new AtomicInteger();
    ListFilter counting = new ListFilter("order-7", any -> checks.incrementAndGet() > 0);

    assertThat(ids(family.newest(counting, Integer.MAX_VALUE, 20))).containsExactly("pay_7");
    assertThat(checks).hasValue(1);
  }

  @Test
  void allResourcesOfAKeyAreFoundNewestFirstAndByPage() {
    add("pay_1", "order-1");
    add("pay_2", null);
    add("pay_3", "order-1");
    add("pay_4", "order-2");
    add("pay_5", "order-1");

    assertThat(ids(ofKey("order-1", Integer.MAX_VALUE, 3)))
        .containsExactly("pay_5", "pay_3", "pay_1");
    Store.Slice first = ofKey("order-1", Integer.MAX_VALUE, 2);
    assertThat(ids(first)).containsExactly("pay_5", "pay_3");
    assertThat(first.hasMore()).isTrue();
    Store.Slice last = ofKey("order-1", family.position("pay_3").orElseThrow(), 2);
    assertThat(ids(last)).containsExactly("pay_1");
    assertThat(last.hasMore()).isFalse();
    assertThat(ids(ofKey("order-3", Integer.MAX_VALUE, 2))).isEmpty();
  }

  @Test
  void aDeletedResourceIsNotFoundByItsKey() {
    add("pay_1", "order-1");
    add("pay_2", "order-1");
    add("pay_3", null);

    family.remove("pay_2");
    family.remove("pay_2");
    family.remove("pay_3");

    assertThat(ids(ofKey("order-1", Integer.MAX_VALUE, 2))).containsExactly("pay_1");
    family.remove("pay_1");
    assertThat(ids(ofKey("order-1", Integer.MAX_VALUE, 2))).isEmpty();
  }

  @Test
  void aChangedResourceIsFoundByTheKeyThatCreatedIt() {
    add("pay_1", "order-1");

    family.replace(Json.object().put("id", "pay_1").put("status", "failed"));

    Store.Slice found = ofKey("order-1", Integer.MAX_VALUE, 2);
    assertThat(found.resources())
        .extracting(each -> each.path("status").asText())
        .containsExactly("failed");
  }

  private void add(String id, @Nullable String key) {
    ObjectNode resource = Json.object().put("id", id);
    family.add(resource, key);
  }

  private Store.Slice ofKey(String key, int end, int limit) {
    return family.newest(new ListFilter(key, any -> true), end, limit);
  }

  private static List<String> ids(Store.Slice slice) {
    return slice.resources().stream().map((JsonNode each) -> each.path("id").asText()).toList();
  }
}
