package cloud.finfusion.sandbox.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.internal.compact.Packer;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Resources are found by their idempotency key without a search, and pages stay as they were. */
class ResourceFamilyTest {
  private static final Span NEWEST_FIRST = Span.since(0, false);

  private final ResourceFamily family =
      new ResourceFamily(new PackedResources(new Packer()), Set.of("status"));

  @Test
  void aKeyIsFoundWithoutCheckingTheOtherResources() {
    IntStream.range(0, 1_000).forEach(i -> add("pay_" + i, "order-" + i));
    AtomicInteger checks = new AtomicInteger();
    ListFilter counting = new ListFilter("order-7", new CountingMap("status", "", checks));

    assertThat(ids(family.first(counting, Span.since(0, false), 20))).containsExactly("pay_7");
    assertThat(checks).hasValue(2); // the column, and the resource itself
  }

  @Test
  void aFieldIsFoundWithoutUnpackingTheOtherResources() {
    IntStream.range(0, 1_000).forEach(i -> add("pay_" + i, null));
    family.replace(Json.object().put("id", "pay_7").put("status", "failed"));
    family.replace(Json.object().put("id", "pay_9").put("status", "failed"));
    AtomicInteger checks = new AtomicInteger();
    ListFilter failed = new ListFilter(null, new CountingMap("status", "failed", checks));

    assertThat(ids(family.first(failed, NEWEST_FIRST, 20))).containsExactly("pay_9", "pay_7");
    assertThat(checks).hasValue(1_000 + 2);
  }

  @Test
  void aDeletedResourceIsNotListedAndItsCursorStaysValid() {
    IntStream.range(0, 5).forEach(i -> add("pay_" + i, null));

    family.remove("pay_2");
    family.replace(Json.object().put("id", "pay_2"));

    Span after = NEWEST_FIRST.after(family.position("pay_2").orElseThrow());
    assertThat(ids(family.first(ListFilter.ALL, NEWEST_FIRST, 9)))
        .containsExactly("pay_4", "pay_3", "pay_1", "pay_0");
    assertThat(ids(family.first(ListFilter.ALL, after, 9))).containsExactly("pay_1", "pay_0");
    assertThat(family.find("pay_2")).isEmpty();
  }

  @Test
  void allResourcesOfAKeyAreFoundNewestFirstAndByPage() {
    add("pay_1", "order-1");
    add("pay_2", null);
    add("pay_3", "order-1");
    add("pay_4", "order-2");
    add("pay_5", "order-1");

    assertThat(ids(ofKey("order-1", NEWEST_FIRST, 3))).containsExactly("pay_5", "pay_3", "pay_1");
    Store.Slice first = ofKey("order-1", NEWEST_FIRST, 2);
    assertThat(ids(first)).containsExactly("pay_5", "pay_3");
    assertThat(first.hasMore()).isTrue();
    Store.Slice last =
        ofKey("order-1", NEWEST_FIRST.after(family.position("pay_3").orElseThrow()), 2);
    assertThat(ids(last)).containsExactly("pay_1");
    assertThat(last.hasMore()).isFalse();
    assertThat(ids(ofKey("order-3", NEWEST_FIRST, 2))).isEmpty();
  }

  @Test
  void oldestFirstItIsTheSameTheOtherWayRound() {
    Span oldestFirst = Span.since(1, true);
    add("pay_1", "order-1");
    add("pay_2", "order-1");
    add("pay_3", null);
    add("pay_4", "order-1");

    assertThat(ids(ofKey("order-1", oldestFirst, 9))).containsExactly("pay_2", "pay_4");
    assertThat(ids(ofKey("order-1", oldestFirst.after(1), 9))).containsExactly("pay_4");
    assertThat(ids(ofKey("order-1", Span.since(2, false).after(0), 9))).isEmpty();
  }

  @Test
  void aDeletedResourceIsNotFoundByItsKey() {
    add("pay_1", "order-1");
    add("pay_2", "order-1");
    add("pay_3", null);

    family.remove("pay_2");
    family.remove("pay_2");
    family.remove("pay_3");

    assertThat(ids(ofKey("order-1", NEWEST_FIRST, 2))).containsExactly("pay_1");
    family.remove("pay_1");
    assertThat(ids(ofKey("order-1", NEWEST_FIRST, 2))).isEmpty();
  }

  @Test
  void aChangedResourceIsFoundByTheKeyThatCreatedIt() {
    add("pay_1", "order-1");

    family.replace(Json.object().put("id", "pay_1").put("status", "failed"));

    Store.Slice found = ofKey("order-1", NEWEST_FIRST, 2);
    assertThat(found.resources())
        .extracting(each -> each.path("status").asText())
        .containsExactly("failed");
  }

  private void add(String id, @Nullable String key) {
    ObjectNode resource = Json.object().put("id", id);
    family.add(resource, key);
  }

  private Store.Slice ofKey(String key, Span span, int limit) {
    return family.first(new ListFilter(key, Map.of()), span, limit);
  }

  private static List<String> ids(Store.Slice slice) {
    return slice.resources().stream().map((JsonNode each) -> each.path("id").asText()).toList();
  }

  /** Values of one field, which count how often a resource is compared with them. */
  private static final class CountingMap extends AbstractMap<String, String> {
    private final Map<String, String> values;
    private final AtomicInteger checks;

    CountingMap(String field, String value, AtomicInteger checks) {
      this.values = Map.of(field, value);
      this.checks = checks;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      checks.incrementAndGet();
      return values.entrySet();
    }
  }
}
