package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.model.CustomerUpdateParams;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** C132: a write drops what it may have made stale, once it is over. */
class CacheAfterWritesTest {
  private static final CustomerUpdateParams CHANGES =
      CustomerUpdateParams.builder().name("Grace").build();

  private final List<String> dropped = new CopyOnWriteArrayList<>();
  @AutoClose private final FakeServer server = new FakeServer();

  private Calls calls(BlockingOrAsync mode, String... invalidateOn) {
    CacheOptions options =
        CacheOptions.builder().invalidateOn(invalidateOn).onInvalidate(dropped::add).build();
    Calls calls = new Calls(TestClients.of(server).retries(0).cache(options).build(), mode);
    server.responds(json(Samples.CUSTOMER));
    calls.customer("cust_1");
    return calls;
  }

  private void write(Calls calls, MockResponse response) {
    server.responds(response);
    FinFusion client = calls.client();
    var unused =
        catchThrowable(
            () ->
                calls
                    .mode()
                    .of(
                        () -> client.customers().update("cust_1", CHANGES),
                        () -> client.async().customers().update("cust_1", CHANGES)));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C132 a write that was done, or may have been, drops its family")
  void effects(BlockingOrAsync mode) {
    for (MockResponse response :
        List.of(json(Samples.CUSTOMER), status(500), dropped(), json("<html>"))) {
      dropped.clear();
      try (Calls calls = calls(mode, "payment.*", "customer.*")) {
        write(calls, response);
        assertThat(dropped).as(response.getStatus()).containsExactly("customer.cust_1");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C132 a write that was refused drops nothing")
  void refused(BlockingOrAsync mode) {
    try (Calls calls = calls(mode, "customer.*")) {
      write(calls, status(400));
      write(calls, status(429));
      assertThat(dropped).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C132 a write without a body drops, one to another family does not, nor without patterns")
  void others(BlockingOrAsync mode) {
    try (Calls calls = calls(mode, "*")) {
      server.responds(json(Samples.PAYMENT));
      calls.pay();
      assertThat(dropped).isEmpty();
      server.responds(status(204));
      calls.raw(calls.client().api(CustomersApi.class).deleteCustomer("cust_1", null));
      assertThat(dropped).containsExactly("customer.cust_1");
    }
    dropped.clear();
    try (Calls calls = calls(mode)) {
      write(calls, json(Samples.CUSTOMER));
      assertThat(dropped).isEmpty();
    }
  }
}
