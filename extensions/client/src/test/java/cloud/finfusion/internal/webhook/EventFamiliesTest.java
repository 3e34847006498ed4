package cloud.finfusion.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The families that an event concerns, read off its type. */
class EventFamiliesTest {
  @ParameterizedTest
  @ValueSource(strings = {"card.created, card, card_created", "x, x", "a.b.c, a, a_b, a_b_c"})
  void anEventConcernsTheFamiliesOfItsName(String names) {
    String[] all = names.split(", ", -1);
    assertThat(String.join(", ", EventFamilies.of(all[0])))
        .isEqualTo(names.substring(all[0].length() + 2));
  }

  @Test
  void anEventConcernsTheFamiliesThatItsTypeNames() {
    assertThat(EventFamilies.of("customer.updated")).contains("customer");
    assertThat(EventFamilies.of("card.transaction")).contains("card", "card_transaction");
    assertThat(EventFamilies.of("webhook_endpoint.secret.rotated")).contains("webhook_endpoint");
    assertThat(EventFamilies.of("")).doesNotContain("customer");
  }
}
