package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.metrics.KeyUseRecord;
import cloud.finfusion.model.ApiKey;
import cloud.finfusion.model.ApiKeyCreateParams;
import cloud.finfusion.model.ApiKeyRotateParams;
import cloud.finfusion.model.ApiKeyType;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.TokenServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key is replaced while calls are under way, and none fails for it. */
class KeysTest {
  private static final String OLD = "dev_CANARY_old";
  private static final String NEW = "dev_CANARY_new";

  @AutoClose private final TokenServer server = new TokenServer();

  private FinFusion.Builder client(Credential credential) {
    return TestOptions.time(
        FinFusion.builder().credential(credential).baseUrl(server.uri()), FakeTime.flowing());
  }

  @ParameterizedTest
  @EnumSource
  void aNewKeyThatIsNotKnownYetFallsBackToTheOld(BlockingOrAsync mode) {
    RotatingKey key = RotatingKey.of(OLD);
    server.accepts(OLD);
    try (Calls calls = new Calls(client(key).retries(0).build(), mode)) {
      key.rotateTo(NEW);
      calls.customer("cust_1");
      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly(NEW, OLD, OLD);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOldKeyThatEndedOnTheWayIsReplacedByTheNew(BlockingOrAsync mode) {
    RotatingKey key = RotatingKey.of(OLD);
    server.accepts(NEW);
    key.rotateTo(NEW);
    try (Calls calls = new Calls(client(key).build(), mode)) {
      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly(NEW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenNeitherIsAcceptedEachIsTriedOnce(BlockingOrAsync mode) {
    RotatingKey key = RotatingKey.of(OLD);
    key.rotateTo(NEW);
    try (Calls calls = new Calls(client(key).build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageNotContaining("CANARY");

      assertThat(server.signatures()).containsExactly(NEW, OLD);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C148 rotated during the backoff: the next attempt has the new key")
  void rotatedDuringTheBackoff(BlockingOrAsync mode) {
    RotatingKey key = RotatingKey.of(OLD);
    try (FakeServer busy =
        new FakeServer().responds(FakeServer.status(503), FakeServer.json(Samples.PAYMENT))) {
      FinFusion client =
          TestClients.of(busy)
              .credential(key)
              .listener(
                  new cloud.finfusion.metrics.CallListener() {
                    @Override
                    public void retryScheduled(cloud.finfusion.metrics.RetryRecord retry) {
                      key.rotateTo(NEW);
                    }
                  })
              .build();
      try (Calls calls = new Calls(client, mode)) {
        calls.pay();
      }

      assertThat(busy.headers("Authorization")).containsExactly("Bearer " + OLD, "Bearer " + NEW);
      assertThat(busy.headers("Idempotency-Key")).doesNotContainNull();
      assertThat(busy.headers("Idempotency-Key").get(0))
          .isEqualTo(busy.headers("Idempotency-Key").get(1));
    }
  }

  @Test
  @Tag("slow") // often the first of a run to start a sandbox, whose first start takes seconds
  @DisplayName("C147 rotated under load by the API: no call fails, none is signed with less")
  void rotatedUnderLoad() throws Exception {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion admin = TestClients.of(sandbox).build()) {
      ApiKey first =
          admin
              .apiKeys()
              .create(
                  ApiKeyCreateParams.builder().name("shop").type(ApiKeyType.DEVELOPMENT).build());
      RotatingKey key = RotatingKey.of(Objects.requireNonNull(first.key()));
      List<String> keys = new ArrayList<>(List.of(sandbox.apiKey(), key.token()));
      try (FinFusion client = TestClients.of(sandbox).credential(key).retries(0).build();
          Load load = new Load(8, () -> client.customers().create(Samples.customer()))) {
        for (String grace : List.of("1h", "2h")) {
          load.awaitCalls(16);
          ApiKeyRotateParams params = ApiKeyRotateParams.builder().gracePeriod(grace).build();
          ApiKey next = client.apiKeys().rotate(first.id(), params);
          key.rotateTo(Objects.requireNonNull(next.key()));
          keys.add(key.token());
        }
        load.awaitCalls(16);
        load.end();
      }

      assertThat(sandbox.requests())
          .extracting(each -> each.header("Authorization"))
          .isSubsetOf(keys.stream().map("Bearer "::concat).toList())
          .contains("Bearer " + key.token());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAccessLogSaysWhoDidWhatWithWhichKeyAndNeverTheKey(BlockingOrAsync mode) {
    RecordingListener log = new RecordingListener();
    server.accepts(OLD);
    try (Calls calls = new Calls(client(Credential.apiKey(OLD)).listener(log).build(), mode)) {
      calls.payment("pay_1", CallOptions.builder().actor("clerk-7").build());
      calls.customer("cust_1");
    }

    assertThat(log.keyUses())
        .extracting(KeyUseRecord::operation, KeyUseRecord::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("payments.retrieve", "clerk-7"),
            org.assertj.core.groups.Tuple.tuple("customers.retrieve", null));
    assertThat(log.keyUses())
        .allSatisfy(use -> assertThat(use.keyFingerprint()).matches("[0-9a-f]{8}"))
        .extracting(KeyUseRecord::keyFingerprint)
        .containsOnly(log.keyUses().get(0).keyFingerprint());
    assertThat(log.keyUses().toString()).doesNotContain("CANARY");
  }

  @Test
  void aWrongKeyIsRefusedAndTheOneBeforeStays() {
    RotatingKey key = RotatingKey.of(OLD);

    assertThatThrownBy(() -> key.rotateTo("dev_CANARY\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageNotContaining("CANARY");

    assertThat(key.token()).isEqualTo(OLD);
    assertThat(key.toString()).isEqualTo("ApiKey(dev_***)");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOfTheOtherEnvironmentIsRefusedWhenItAppears(BlockingOrAsync mode) {
    RotatingKey key = RotatingKey.of(OLD);
    try (Calls calls = new Calls(client(key).build(), mode)) {
      key.rotateTo("prod_CANARY");

      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("expected a key of SANDBOX")
          .hasMessageNotContaining("CANARY");
      assertThat(server.signatures()).isEmpty();
    }
  }

  @Test
  void theApiSaysHowOldAKeyIs() {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      ApiKey key =
          client
              .apiKeys()
              .create(
                  ApiKeyCreateParams.builder().name("shop").type(ApiKeyType.DEVELOPMENT).build());

      assertThat(client.keyAge(key.id())).isLessThan(Duration.ofHours(1));
    }
  }
}
