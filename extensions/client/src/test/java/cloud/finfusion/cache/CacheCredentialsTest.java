package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cached responses are separate by credential. */
class CacheCredentialsTest {
  private static final String OTHER = "{\"id\":\"cust_1\",\"email\":\"other@example.com\"}";

  @AutoClose private final FakeServer server = new FakeServer().responds(json(Samples.CUSTOMER));

  private FinFusion.Builder cached() {
    return TestClients.of(server).cache(CacheOptions.builder().build());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C124 two keys never share a response, in one client or two")
  void twoKeys(BlockingOrAsync mode) {
    server.responds(json(Samples.CUSTOMER), json(OTHER));
    String[] key = {"dev_one"};
    Credential rotating = () -> key[0];
    try (Calls calls = new Calls(cached().credential(rotating).build(), mode)) {
      Customer one = calls.customer("cust_1");
      key[0] = "dev_two";
      Customer two = calls.customer("cust_1");
      key[0] = "dev_one";

      assertThat(two).isNotEqualTo(one);
      assertThat(calls.customer("cust_1")).isEqualTo(one);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C124 a key that rotates on the way keeps nothing under the old one")
  void aKeyThatRotatesOnTheWay(BlockingOrAsync mode) {
    int[] asked = {0};
    Credential rotating = () -> asked[0]++ < 3 ? "dev_old" : "dev_new"; // build(), find, join; sign
    try (Calls calls = new Calls(cached().credential(rotating).build(), mode)) {
      calls.customer("cust_1");
      assertThat(calls.client().cache().statistics().size()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCredentialThatFailsIsReportedAsWithoutACache(BlockingOrAsync mode) {
    boolean[] fails = {false};
    Credential credential =
        () -> {
          if (fails[0]) {
            throw new IllegalStateException("CANARY");
          }
          return Samples.KEY;
        };
    try (Calls calls = new Calls(cached().credential(credential).build(), mode)) {
      fails[0] = true;
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .hasMessage("credential: it threw IllegalStateException. Nothing was sent.");
      assertThat(catchThrowable(() -> calls.customer("cust_1")))
          .isNotInstanceOf(NotFoundException.class);
    }
  }
}
