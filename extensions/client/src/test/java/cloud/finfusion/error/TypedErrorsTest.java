package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.net.ConnectException;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake has its type, and one sentence: the operation, what was got, what to do. */
class TypedErrorsTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start();
  @AutoClose private final FinFusion client = TestClients.of(sandbox).build();

  @ParameterizedTest
  @EnumSource
  void aWrongKey(BlockingOrAsync mode) {
    FinFusion.Builder other = TestClients.of(sandbox).apiKey(Samples.KEY);
    try (Calls calls = new Calls(other.build(), mode)) {
      AuthenticationException error =
          catchThrowableOfType(AuthenticationException.class, calls::pay);

      saysOnly(
          error,
          "payments.create: the server responded with 401 AUTH001; it does not accept the credential. "
              + "Check the key, or the client's id and secret, and the environment.");
      assertThat(error.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(error.retryable()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C141 C159 a token that cannot stand in a header is refused, and not shown")
  void aTokenThatCannotStandInAHeader(BlockingOrAsync mode) {
    String[] token = {sandbox.apiKey()};
    FinFusion.Builder rotating = TestClients.of(sandbox).credential(() -> token[0]);
    try (Calls calls = new Calls(rotating.build(), mode)) {
      token[0] = "dev_CANARY\n";

      assertThatThrownBy(calls::pay)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("credential: expected a token of visible ASCII characters, ")
          .hasMessageNotContaining("CANARY");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownId(BlockingOrAsync mode) {
    NotFoundException error =
        catchThrowableOfType(NotFoundException.class, () -> calls(mode).customer("cust_none"));

    saysOnly(
        error,
        "customers.retrieve: the server responded with 404 VAL003; there is no such resource. "
            + "Check the id and the environment.");
  }

  @ParameterizedTest
  @EnumSource
  void aBadFieldThatTheServerFinds(BlockingOrAsync mode) {
    ValidationException error =
        catchThrowableOfType(ValidationException.class, () -> calls(mode).firstPage("nonsense"));

    saysOnly(
        error,
        "payments.list: the server responded with 400 VAL002; it refused cursor. "
            + "Correct it, as details() says, and send it again.");
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("VAL002");
    assertThat(error.details())
        .singleElement()
        .satisfies(d -> assertThat(d.field()).isEqualTo("cursor"));
  }

  @ParameterizedTest
  @EnumSource
  void aBadFieldThatTheBuilderFinds(BlockingOrAsync mode) {
    CustomerCreateParams.Builder bad = CustomerCreateParams.builder().email("a");

    assertThatThrownBy(() -> calls(mode).client().customers().create(bad.build()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage(
            "CustomerCreateParams.email: expected 3 to 254 characters, got 1. "
                + "Correct it before build()");
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDeclinedCard(BlockingOrAsync mode) {
    PaymentDeclinedException error =
        catchThrowableOfType(
            PaymentDeclinedException.class,
            () -> calls(mode).pay(Samples.payment(Samples.DECLINED_CARD), CallOptions.none()));

    saysOnly(
        error,
        "payments.create: the server responded with 402 PAY001; the payment was declined and nothing was "
            + "charged. Ask the customer for another payment method.");
    assertThat(error.getMessage()).doesNotContain(Samples.DECLINED_CARD);
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("NullAway") // what a caller without nullness checks can do
  void aMissingBody(BlockingOrAsync mode) {
    assertThatThrownBy(() -> calls(mode).pay(null, CallOptions.none()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("payments.create params: expected a value, got null. Give it one");
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C012 C046 a dead port: tried again, not sent, the host is named")
  void aDeadPort(BlockingOrAsync mode) {
    URI dead = sandbox.baseUri();
    sandbox.close();
    try (Calls calls = new Calls(TestClients.of(sandbox).baseUrl(dead).retries(2).build(), mode)) {
      ConnectionException error = catchThrowableOfType(ConnectionException.class, calls::pay);

      assertThat(error)
          .hasMessage(
              "payments.create: no connection to 127.0.0.1, it was refused. Nothing was sent. "
                  + "Check the base URL and the network. Tried 3 times.")
          .hasRootCauseInstanceOf(ConnectException.class);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(error.attempts()).isEqualTo(3);
      assertThat(error.retryable()).isTrue();
    }
  }

  private Calls calls(BlockingOrAsync mode) {
    return new Calls(client, mode);
  }

  /** The whole sentence, which ends with the name of the request, and no secret. */
  private void saysOnly(ApiException error, String sentence) {
    assertThat(error).hasMessage(sentence + " Request " + error.requestId() + ".");
    assertThat(error.requestId()).isNotBlank();
    assertThat(error.attempts()).isEqualTo(1);
    hidesSecrets(error);
  }

  private void hidesSecrets(FinFusionException error) {
    assertThat(error.toString() + error.facts())
        .doesNotContain(sandbox.apiKey(), Samples.KEY, Samples.CARD, "\"cvc\"");
  }
}
