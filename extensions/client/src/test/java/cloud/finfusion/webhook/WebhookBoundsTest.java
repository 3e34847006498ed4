package cloud.finfusion.webhook;

import static cloud.finfusion.webhook.Deliveries.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.model.PaymentFailed;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What webhooks are made of is taken up to its bounds, and refused by its name beyond. */
class WebhookBoundsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration MOMENT = Duration.ofNanos(1);
  private static final int LARGEST = 64 << 20;

  static Stream<Named<Supplier<Object>>> bounds() {
    return Stream.of(
        named("a body of one byte", () -> body(1)),
        named("the largest body", () -> body(LARGEST)),
        named("no tolerance", () -> tolerance(Duration.ZERO)),
        named("a tolerance of a day", () -> tolerance(DAY)),
        named("a guard of one event, for a moment", () -> ReplayGuard.inMemory(1, MOMENT)),
        named("the largest guard", () -> ReplayGuard.inMemory(10_000_000, YEAR)),
        named("a body that may take a moment", () -> bodyTimeout(MOMENT)),
        named("a body that may take a day", () -> bodyTimeout(DAY)));
  }

  private static Named<Supplier<Object>> named(String name, Supplier<Object> made) {
    return Named.of(name, made);
  }

  private static Object body(int bytes) {
    return Deliveries.verifier(SECRET).maxBodyBytes(bytes).build();
  }

  @SuppressWarnings("NullAway") // what callers without nullness checks can pass
  private static Object tolerance(@Nullable Duration time) {
    return Deliveries.verifier(SECRET).tolerance(time).build();
  }

  @SuppressWarnings("NullAway") // what callers without nullness checks can pass
  private static Object bodyTimeout(@Nullable Duration time) {
    return new WebhookHttpHandler(handler().build(), time);
  }

  private static WebhookHandler.Builder handler() {
    return WebhookHandler.builder(Webhooks.verifier(SECRET));
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void aBoundIsTaken(Supplier<Object> made) {
    assertThatCode(made::get).doesNotThrowAnyException();
  }

  @SuppressWarnings("NullAway") // what callers without nullness checks can pass
  static Stream<Arguments> mistakes() {
    WebhookVerifierBuilder builder = Deliveries.verifier(SECRET);
    WebhookVerifier verifier = Webhooks.verifier(SECRET);
    return Stream.of(
        mistake("maxBodyBytes", () -> body(LARGEST + 1)),
        mistake("tolerance", () -> tolerance(DAY.plus(MOMENT))),
        mistake("tolerance", () -> tolerance(MOMENT.negated())),
        mistake("tolerance", () -> tolerance(null)),
        mistake("scheme", () -> Deliveries.verifier(SECRET).scheme(null).build()),
        mistake("clock", () -> Deliveries.verifier(SECRET).clock(null).build()),
        mistake("secrets", () -> builder.secrets((String[]) null)),
        mistake("events", () -> ReplayGuard.inMemory(10_000_001, DAY)),
        mistake("time", () -> ReplayGuard.inMemory(1, YEAR.plus(MOMENT))),
        mistake("time", () -> ReplayGuard.inMemory(1, MOMENT.negated())),
        mistake("time", () -> ReplayGuard.inMemory(1, null)),
        mistake("bodyTimeout", () -> bodyTimeout(DAY.plus(MOMENT))),
        mistake("bodyTimeout", () -> bodyTimeout(Duration.ZERO)),
        mistake("bodyTimeout", () -> bodyTimeout(null)),
        mistake("handler", () -> new WebhookHttpHandler(null)),
        mistake("verifier", () -> WebhookHandler.builder(null)),
        mistake("type", () -> handler().on(null, event -> {})),
        mistake("handler", () -> handler().on(PaymentFailed.class, null)),
        mistake("handler", () -> handler().onOther(null)),
        mistake("payload", () -> verifier.verifySignature(null, "00", "1")),
        mistake("rawBody", () -> verifier.constructEvent(null, "00", "1")),
        mistake("rawBody", () -> verifier.genuine(null, WebhookHeaders.of(null))));
  }

  private static Arguments mistake(String option, Supplier<Object> made) {
    return Arguments.of(option, made);
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("mistakes")
  void aMistakeIsRefusedByTheNameOfItsOption(String option, Supplier<Object> made) {
    assertThatThrownBy(made::get)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(option + ": expected ");
  }

  @ParameterizedTest
  @CsvSource({
    "1700000000,",
    "000000001700000000,",
    "0000000001700000000, MALFORMED_TIMESTAMP",
    "1700000300,",
    "1700000301, TOO_NEW",
    "1699999700,",
    "1699999699, TOO_OLD",
    "999999999999999999, TOO_NEW",
    "'', MALFORMED_TIMESTAMP",
    "+1700000000, MALFORMED_TIMESTAMP",
    "170000000/, MALFORMED_TIMESTAMP",
    "170000000:, MALFORMED_TIMESTAMP"
  })
  void aTimestampIsDigitsNearEnoughToNow(String timestamp, @Nullable VerificationFailure failure) {
    assertThat(new TimestampTolerance(300, Deliveries.CLOCK).failure(timestamp)).isEqualTo(failure);
  }

  @Test
  void allTypesOfEventsAreListed() {
    assertThat(EventType.all())
        .hasSize(12)
        .startsWith(EventType.PAYMENT_SUCCEEDED)
        .endsWith(EventType.CARD_TRANSACTION)
        .doesNotHaveDuplicates();
  }
}
