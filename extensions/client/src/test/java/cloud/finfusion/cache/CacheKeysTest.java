package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerPage;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;

/** C136: only the same request gets the same cached response. */
class CacheKeysTest {
  private final List<String> dropped = new CopyOnWriteArrayList<>();
  @AutoClose private final FakeServer server = new FakeServer();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server)
          .cache(CacheOptions.builder().onInvalidate(dropped::add).build())
          .build();

  interface Own {
    @Operation(name = "own.retrieve", family = "customer", ttl = 60, read = true)
    @GET("v2/{kind}/{id}")
    Call<Customer> retrieve(
        @Path("kind") String kind, @Path("id") String id, @Header("Accept-Language") String tongue);

    @Operation(name = "own.withCookie", family = "customer", ttl = 60, read = true)
    @GET("v2/customers/me")
    Call<Customer> withCookie(@Header("Cookie") String cookie);

    @Operation(name = "own.list", family = "customer", ttl = 60, read = true)
    @GET("v2/customers")
    Call<CustomerPage> list(@QueryMap Map<String, String> query, @Query("c") List<String> c);
  }

  /** Names and values in turn, sent in that order. */
  private Call<CustomerPage> list(String... query) {
    Map<String, String> inOrder = new LinkedHashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      inOrder.put(query[i], query[i + 1]);
    }
    return client.api(Own.class).list(inOrder, List.of());
  }

  private int requests(Call<?>... calls) {
    server.responds(json("{\"id\":\"cust_1\",\"data\":[],\"has_more\":false}"));
    int before = server.requests().size();
    for (Call<?> each : calls) {
      assertThat(new Calls(client, BlockingOrAsync.BLOCKING).raw(each).isSuccessful()).isTrue();
    }
    return server.requests().size() - before;
  }

  @Test
  @DisplayName("C136 path, language, operation and query tell requests apart")
  void distinguished() {
    Own own = client.api(Own.class);
    assertThat(requests(own.retrieve("a", "bc", "en"), own.retrieve("ab", "c", "en"))).isEqualTo(2);
    assertThat(requests(own.retrieve("a", "1", "en"), own.retrieve("a", "1", "de"))).isEqualTo(2);
    assertThat(requests(own.withCookie("a=1"), own.withCookie("a=2"))).isEqualTo(2);
    assertThat(requests(list("a", "1", "b", "2"), list("a", "1&b=2"), list("a", "1"))).isEqualTo(3);
    List<String> one = List.of("1", "2");
    assertThat(requests(own.list(Map.of(), one), own.list(Map.of(), List.of("2", "1"))))
        .isEqualTo(2);
  }

  @Test
  @DisplayName("C136 the order of query parameters does not tell them apart")
  void theOrderOfParameters() {
    assertThat(requests(list("x", "1", "y", "2"), list("y", "2", "x", "1"))).isEqualTo(1);
  }

  @ParameterizedTest
  @DisplayName("C130 an id of any characters is kept and dropped by its own name")
  @ValueSource(strings = {"*", "?", "[a]", "a\\b", "a/b", "^$", "a.b", "list.0a1b", "é", "a b"})
  void anyId(String id) {
    Own own = client.api(Own.class);
    assertThat(requests(own.retrieve("c", id, "en"), own.retrieve("c", id, "en"))).isEqualTo(1);

    assertThat(client.cache().invalidate("customer." + id)).isEqualTo(1);
    assertThat(dropped).containsExactly("customer." + id);
  }

  @Test
  void aListIsNamedByAHash() {
    assertThat(requests(list("x", "1"))).isEqualTo(1);
    client.cache().invalidate("*");
    assertThat(dropped.toString()).matches("\\[customer\\.list\\.[0-9a-f]{16}]");
  }
}
