package cloud.finfusion.sandbox.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a key or a card number is shown to nobody, and all else as it is. */
class RedactionTest {
  @ParameterizedTest
  @CsvSource({
    "card 4242 4242 4242 4242 of Ada, card *** of Ada",
    "4242-4242-4242-4242, ***",
    "key=dev_a1B2 and PROD_x, key=*** and ***",
    "whsec_abc sk_live rt_1 tok_2, *** *** *** ***"
  })
  void aSecretInsideATextIsLeftOut(String text, String shown) {
    assertThat(Redaction.text(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:pa55@a.test:8/hooks?token=t0ps3cret, http://a.test:8/hooks",
    "HTTPS://me@you:pa55@a.test#t0ps3cret, HTTPS://a.test",
    "https://a.test/dev_a1/@me, https://a.test/***/@me",
    "Is http://me@a.test/ paid?, Is http://me@a.test/ paid?"
  })
  void aUrlIsShownWithoutLoginQueryAndFragment(String text, String shown) {
    assertThat(Redaction.textOrUrl(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pay_8tg2jl714xtlt5rq",
        "2030-01-01T00:00:00Z",
        "+1 212 555 0199",
        "a device_1, a task_1 and a cart_1",
        "<img src=x onerror=alert(1)>"
      })
  void allElseIsNot(String text) {
    assertThat(Redaction.text(text)).isEqualTo(text);
    assertThat(Redaction.textOrUrl(text)).isEqualTo(text);
  }

  @Test
  void aTextOfAnyLengthIsReadWithoutADeepStack() {
    assertThat(Redaction.text("12".repeat(200_000))).isEqualTo("***");
    assertThat(Redaction.text("1 ".repeat(200_000))).isEqualTo("*** ");
  }
}
