package cloud.finfusion.junit;

import static cloud.finfusion.junit.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.ApiKeyCreateParams;
import cloud.finfusion.model.ApiKeyType;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.RefundCreateParams;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.UnknownOperationException;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The assertions count what the sandbox did, and one that fails shows it. */
@FinFusionSandbox
class SandboxAssertTest {
  @Test
  void moneyIsCountedByItsKind(Sandbox sandbox, FinFusion client) {
    Payment payment = Payments.pay(client);
    client.payments().refund(payment.id(), RefundCreateParams.builder().build());

    assertThat(sandbox).hasCharges(1).hasRefunds(1).hasTransfers(0).hasMovedMoneyOncePerKey();
    assertFails(() -> assertThat(sandbox).hasCharges(2), "expected 2 charges, got 1.");
    assertFails(() -> assertThat(sandbox).hasRefunds(0), "expected 0 refunds, got 1.");
    assertFails(() -> assertThat(sandbox).hasTransfers(1), "expected 1 transfers, got 0.");
  }

  /** Only another account may use a key again. */
  @Test
  void aKeyThatMovedMoneyTwiceIsFound(Sandbox sandbox, FinFusion client) {
    CallOptions sameKey = CallOptions.builder().idempotencyKey("order-1").build();
    ApiKeyCreateParams shop =
        ApiKeyCreateParams.builder().name("shop").type(ApiKeyType.DEVELOPMENT).build();
    String secret = Objects.requireNonNull(client.apiKeys().create(shop).key());
    try (FinFusion other = FinFusion.builder().apiKey(secret).baseUrl(sandbox.baseUri()).build()) {
      client.payments().create(Payments.tenDollars(), sameKey);
      other.payments().create(Payments.tenDollars(), sameKey);
    }

    assertFails(
        () -> assertThat(sandbox).hasMovedMoneyOncePerKey(),
        "expected 1 movements of money for one idempotency key, got 2.");
  }

  @Test
  void aFailureShowsWhatTheSandboxSaw(Sandbox sandbox, FinFusion client) {
    sandbox.webhooks().forwardTo(URI.create("http://127.0.0.1:1/webhooks"));
    sandbox.failing(503).times(1);
    Payment payment = Payments.pay(client);

    assertThatThrownBy(() -> assertThat(sandbox).hasReceived("payments.create", 3))
        .isInstanceOf(AssertionFailedError.class)
        .message()
        .startsWith("expected 3 requests of payments.create, got 2. The sandbox saw")
        .containsSubsequence(
            "\n  requests: 2",
            "\n    POST /v2/payments (payments.create) key ",
            "\n    POST /v2/payments (payments.create) key ",
            "\n  movements of money: 1",
            "\n    CHARGE 1000 USD " + payment.id() + " (payments.create) key ",
            "\n  deliveries of events: 1",
            "\n    payment.succeeded ",
            ", to http://127.0.0.1:1/webhooks")
        .doesNotContain(TestCards.VISA, sandbox.apiKey());
  }

  @Test
  void aFailureCountsAllAndShowsTheNewestFifty(Sandbox sandbox, FinFusion client) {
    Payments.pay(client);
    for (int i = 0; i < 50; i++) {
      client.ping();
    }

    assertThatThrownBy(() -> assertThat(sandbox).hasCharges(2))
        .message()
        .containsSubsequence(
            "\n  requests: 51", "\n    … 1 earlier", "\n    GET ", "\n  movements of money: 1")
        .doesNotContain("POST /v2/payments");
  }

  @Test
  @FinFusionSandbox(setup = ShortHistory.class)
  void aFailureCountsWhatIsNoLongerKept(Sandbox sandbox, FinFusion client) {
    Payments.pay(client);
    Payments.pay(client);

    assertThatThrownBy(() -> assertThat(sandbox).hasCharges(1))
        .message()
        .containsSubsequence(
            "\n  requests: 2\n    … 1 earlier\n    POST ",
            "\n  movements of money: 2\n    … 1 earlier\n    CHARGE ");
  }

  @Test
  void aFailureShowsNoSecretOfAReceiver(Sandbox sandbox, FinFusion client) {
    sandbox.webhooks().forwardTo(URI.create("http://me:pa55@127.0.0.1:1/hooks?token=t0ken#s3c"));
    Payments.pay(client);

    assertThatThrownBy(() -> assertThat(sandbox).hasCharges(2))
        .message()
        .contains(", to http://127.0.0.1:1/hooks")
        .doesNotContain("me:", "pa55", "t0ken", "s3c");
  }

  @Test
  void eventsThatAnEndpointRefusedAreNotDelivered(Sandbox sandbox, FinFusion client) {
    sandbox.webhooks().forwardTo(URI.create("http://127.0.0.1:1/webhooks"));
    Payments.pay(client);

    assertThat(sandbox).hasDelivered("payment.succeeded", 0);
    assertFails(
        () -> assertThat(sandbox).hasDelivered("payment.succeeded", 1),
        "expected 1 deliveries of payment.succeeded, got 0.");
  }

  /** A misspelt name would otherwise be one of which there are none. */
  @Test
  void aNameThatTheSpecificationDoesNotHaveIsNotCounted(Sandbox sandbox, FinFusion client) {
    Payments.pay(client);

    assertThat(sandbox).hasReceived("createPayment", 1);
    assertThatThrownBy(() -> assertThat(sandbox).hasReceived("payments.creat", 0))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining("Near: payments.create");
    assertThatThrownBy(() -> assertThat(sandbox).hasDelivered("payment.suceeded", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The specification has no event type payment.suceeded.")
        .hasMessageContaining("payment.succeeded, ");
  }

  @Test
  @FinFusionSandbox(setup = ShortHistory.class)
  void requestsThatAreNoLongerKeptAreNotCountedWrongly(Sandbox sandbox, FinFusion client) {
    client.ping();
    client.ping();

    assertThatThrownBy(() -> assertThat(sandbox).hasReceived("payments.create", 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Of 2 requests the sandbox keeps the newest 1: set a longer history() by the setup");
  }

  @Test
  @FinFusionSandbox(setup = ShortHistory.class)
  void movementsThatAreNoLongerKeptAreNotTakenForSingleOnes(Sandbox sandbox, FinFusion client) {
    Payments.pay(client);
    assertThat(sandbox).hasMovedMoneyOncePerKey();
    Payments.pay(client);

    assertThatThrownBy(() -> assertThat(sandbox).hasMovedMoneyOncePerKey())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Of 2 movements of money the sandbox keeps the newest 1: set a");
  }

  private static void assertFails(Runnable assertion, String message) {
    assertThatThrownBy(assertion::run)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith(message);
  }

  /** Keeps one request. */
  static final class ShortHistory implements SandboxSetup {
    @Override
    public void sandbox(Sandbox.Builder sandbox) {
      sandbox.history(1);
    }
  }
}
