package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error of a call whose last attempt had no response. */
class ErrorsOfConnectionsTest {
  private static final String BROKE =
      "the connection to localhost broke or timed out before the response was complete.";

  private static FinFusionException error(
      CallContext context, boolean sent, Outcome outcome, IOException failure) {
    AttemptResult result = new AttemptResult(0, sent, sent, false, false, null, failure);
    return ErrorMapper.of(context, new CallEnd(null, result, null, outcome, 1, Duration.ZERO));
  }

  private static FinFusionException notSent(IOException failure) {
    return error(Contexts.unkeyed(), false, Outcome.NOT_SENT, failure);
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(new UnknownHostException("h"), "the host is not known"),
        Arguments.of(new SSLException("no"), "it is not secure"),
        Arguments.of(new ProxyLoginException(), "the proxy refused the login"),
        Arguments.of(new ConnectException("no"), "it was refused"),
        Arguments.of(new SocketTimeoutException("late"), "it timed out"),
        Arguments.of(new IOException("no"), "it failed"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void noConnectionSaysWhyAndThatNothingWasSent(IOException failure, String reason) {
    FinFusionException error = notSent(failure);

    assertThat(error)
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "payments.test: no connection to localhost, %s. Nothing was sent. "
                + "Check the base URL and the network.",
            reason)
        .hasCause(failure);
    assertThat(error.retryable()).isTrue();
  }

  @Test
  void afterAnEarlierAttemptItDoesNotSayThatNothingWasSent() {
    assertThat(error(Contexts.read(), false, Outcome.REFUSED, new IOException("no")))
        .hasMessage(
            "payments.test: no connection to localhost, it failed. "
                + "Check the base URL and the network.");
  }

  @Test
  void aReadThatWasSentMayBeCalledAgain() {
    FinFusionException error =
        error(Contexts.read(), true, Outcome.UNKNOWN, new IOException("reset"));

    assertThat(error).hasMessage("payments.test: " + BROKE + " Try again.");
    assertThat(error.retryable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWriteThatWasSentMayBeDone(boolean keyed) {
    CallContext context = keyed ? Contexts.create() : Contexts.unkeyed();

    FinFusionException error = error(context, true, Outcome.UNKNOWN, new IOException("reset"));

    assertThat(error).isInstanceOf(OutcomeUnknownException.class);
    assertThat(error.retryable()).isEqualTo(keyed);
    FinFusionException reason = (FinFusionException) Objects.requireNonNull(error.getCause());
    assertThat(reason.retryable()).isEqualTo(keyed);
    assertThat(reason).hasMessage("payments.test: " + BROKE + (keyed ? " Try again." : ""));
  }

  @Test
  void aFailureWithNothingToHideIsTheCauseItself() {
    IOException silent = new IOException();
    IOException harmless = new IOException("connection reset");

    assertThat(notSent(silent)).cause().isSameAs(silent);
    assertThat(notSent(harmless)).cause().isSameAs(harmless);
  }

  static Stream<Arguments> failuresThatForgeALine() {
    String forged = "a\nb";
    return Stream.of(
        Arguments.of(new SSLPeerUnverifiedException(forged), SSLPeerUnverifiedException.class, ""),
        Arguments.of(new SSLHandshakeException(forged), SSLHandshakeException.class, ""),
        Arguments.of(
            new SSLProtocolException(forged), SSLException.class, "SSLProtocolException: "),
        Arguments.of(
            new UnknownHostException(forged), IOException.class, "UnknownHostException: "));
  }

  @ParameterizedTest
  @MethodSource("failuresThatForgeALine")
  void aLineThatAServerForgesIsEscapedInAFailureOfTheSameKind(
      IOException failure, Class<? extends Throwable> kind, String prefix) {
    Throwable cause = Objects.requireNonNull(notSent(failure).getCause());

    assertThat(cause).isExactlyInstanceOf(kind).hasMessage(prefix + "a\\u000ab");
    assertThat(cause.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void aKeyInTheMessageOfAFailureIsHidden() {
    assertThat(notSent(new IOException("Unexpected header: sk_live_1 x")).getCause())
        .hasMessage("IOException: Unexpected header: *** x");
  }

  @Test
  void theTokenInTheMessageOfAFailureIsHiddenWhateverItsForm() {
    CallContext context = Contexts.unkeyed();
    context.signedWith("opaque0123");

    assertThat(
            error(context, false, Outcome.NOT_SENT, new IOException("sent opaque0123 x"))
                .getCause())
        .hasMessage("IOException: sent *** x");
  }

  static Stream<Arguments> deeperFailures() {
    IOException suppressing = new IOException("no");
    suppressing.addSuppressed(new IOException("sk_live_1"));
    IOException circle = new IOException("no");
    circle.initCause(new IOException("no", circle));
    return Stream.of(
        Arguments.of(new IOException("no", new IOException("sk_live_1")), "IOException: no"),
        Arguments.of(new IOException(null, new IOException("a\nb")), "IOException: no message"),
        Arguments.of(suppressing, "IOException: no"),
        Arguments.of(circle, "IOException: no"));
  }

  @ParameterizedTest
  @MethodSource("deeperFailures")
  void aFailureLosesItsCausesIfOneOfThemHasSomethingToHide(IOException failure, String message) {
    Throwable cause = Objects.requireNonNull(notSent(failure).getCause());

    assertThat(cause).hasMessage(message).hasNoCause().hasNoSuppressedExceptions();
    assertThat(cause.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void aFailureKeepsCausesWithNothingToHide() {
    IOException harmless = new IOException("no", new IOException("connection reset"));

    assertThat(notSent(harmless)).cause().isSameAs(harmless);
  }

  @Test
  void aMessageWithoutEndIsCut() {
    Throwable cause = notSent(new IOException("x".repeat(1025))).getCause();

    assertThat(cause).hasMessage("IOException: " + "x".repeat(1021) + "...");
    IOException longest = new IOException("x".repeat(1024));
    assertThat(notSent(longest)).cause().isSameAs(longest);
  }
}
