package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Spec;
import cloud.finfusion.sandbox.testing.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event of each type of the specification can be triggered. */
class TriggersTest {
  private final VirtualClock clock = VirtualClock.at(Instant.parse("2030-01-01T00:00:00Z"));

  @AutoClose
  private final Sandbox sandbox =
      Sandbox.builder().clock(clock).transferTime(Duration.ofHours(1)).start();

  private final Caller caller = new Caller(sandbox);

  @ParameterizedTest
  @MethodSource("types")
  void anEventOfEachTypeIsTriggered(String type) {
    assertThat(sandbox.parts.triggers.trigger(type, null)).isNotEmpty();
    clock.advance(Duration.ofHours(1));

    assertThat(caller.list("/v2/events?type=" + type, "type")).containsExactly(type);
  }

  /** As the specification says, so that a new type is noticed here. */
  static Set<String> types() {
    return Spec.bundled().operations().stream()
        .filter(each -> each.family().equals("event") && each.pagination().isEmpty())
        .map(Operation::responseSchema)
        .findFirst()
        .orElseThrow()
        .discriminatorValues();
  }

  @ParameterizedTest
  @CsvSource({
    "payment.refunded, payment.succeeded, refunded",
    "payment.disputed, payment.succeeded, disputed"
  })
  void itHappensToThePaymentThatIsNamed(String type, String before, String status) {
    String payment = sandbox.parts.triggers.trigger(before, null);

    sandbox.parts.triggers.trigger(type, payment);

    assertThat(caller.list("/v2/payments", "status")).containsExactly(status);
  }

  @Test
  void anAuthorisedPaymentThatIsNamedSucceeds() {
    String manual = Caller.CARD_PAYMENT.replaceFirst("\\{", "{\"capture_method\": \"manual\",");
    String payment = caller.create("/v2/payments", manual).path("id").asText();

    assertThat(sandbox.parts.triggers.trigger("payment.succeeded", payment)).isEqualTo(payment);
    assertThat(caller.list("/v2/payments", "status")).containsExactly("succeeded");
  }

  @Test
  void aPendingTransferThatIsNamedFails() {
    String transfer = sandbox.parts.triggers.trigger("transfer.succeeded", null);

    sandbox.parts.triggers.trigger("transfer.failed", transfer);
    clock.advance(Duration.ofHours(2));

    assertThat(caller.list("/v2/events?type=transfer.failed", "type")).hasSize(1);
    assertThat(caller.list("/v2/events?type=transfer.succeeded", "type")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"card.activated, active", "card.blocked, blocked"})
  void itHappensToTheCardThatIsNamed(String type, String status) {
    String card = sandbox.parts.triggers.trigger("card.created", null);

    assertThat(sandbox.parts.triggers.trigger(type, card)).isEqualTo(card);
    assertThat(caller.list("/v2/cards", "status")).containsExactly(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"payment.failed", "account.created", "card.created"})
  void whatIsNewHasNoIdYet(String type) {
    assertThatThrownBy(() -> sandbox.parts.triggers.trigger(type, "id_1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("about a new resource");
  }
}
