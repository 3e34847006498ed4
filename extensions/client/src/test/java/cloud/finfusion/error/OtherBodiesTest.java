package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Customer;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Bodies that are no models, as an interface generated from another specification may have. */
class OtherBodiesTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).build();
  private final OtherApi api = client.api(OtherApi.class);

  /** Public, as generated ones are. */
  public interface OtherApi {
    @GET("customers")
    @Operation(name = "others.list", family = "other", read = true)
    Call<List<Customer>> list(@Header("Cookie") String cookie);

    @POST("counts")
    @Operation(name = "others.count", family = "other")
    Call<Map<String, Long>> count(@Body List<String> ids);

    @GET("name")
    @Operation(name = "others.name", family = "other", read = true)
    Call<String> name();

    @GET("sum")
    @Headers("Accept: application/vnd.api+json")
    @Operation(name = "others.sum", family = "other", read = true)
    Call<BigInteger> sum(@Query("above") BigDecimal above);
  }

  @ParameterizedTest
  @EnumSource
  void numbersOfAnyLengthAndTheSpecificationsOwnMediaType(BlockingOrAsync mode) {
    server.responds(FakeServer.json("123456789012345678901"));

    assertThat(new Calls(client, mode).raw(api.sum(new BigDecimal("1E+3"))).body())
        .isEqualTo(new BigInteger("123456789012345678901"));

    assertThat(server.headers("Accept")).containsExactly("application/vnd.api+json");
    assertThat(server.requests().get(0).getUrl().encodedQuery()).isEqualTo("above=1000");
  }

  @ParameterizedTest
  @EnumSource
  void listsMapsAndPlainValues(BlockingOrAsync mode) {
    Calls calls = new Calls(client, mode);
    server.responds(FakeServer.json("[" + Samples.CUSTOMER + "]"));
    assertThat(calls.raw(api.list("a=1; b=2")).body())
        .extracting(Customer::id)
        .containsExactly("cust_1");
    server.responds(FakeServer.json("{\"a\":9007199254740993}"));
    assertThat(calls.raw(api.count(List.of("a", "é"))).body())
        .isEqualTo(Map.of("a", 9007199254740993L));
    server.responds(FakeServer.json("\"Ada\""));
    assertThat(calls.raw(api.name()).body()).isEqualTo("Ada");

    RecordedRequest counted = server.requests().get(1);
    assertThat(counted.getBody().utf8()).isEqualTo("[\"a\",\"é\"]");
    assertThat(server.headers("Cookie").get(0)).isEqualTo("a=1; b=2");
  }

  @ParameterizedTest
  @EnumSource
  void theyAreAsStrictAsModels(BlockingOrAsync mode) {
    server.responds(FakeServer.json("[{\"id\":1}]"));
    assertThatThrownBy(() -> new Calls(client, mode).raw(api.list("a")))
        .isInstanceOf(InvalidResponseException.class)
        .hasMessageContaining("$[0].id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nX: y", "a ", "é"})
  void aHeaderThatWouldBeAnotherIsRefused(String cookie) {
    assertThatThrownBy(() -> new Calls(client, BlockingOrAsync.BLOCKING).raw(api.list(cookie)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Cookie");
    assertThat(server.requests()).isEmpty();
  }
}
