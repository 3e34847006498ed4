package cloud.finfusion.sandbox.internal.cards;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A specification of the user's may have other cards than payments have, which are let be. */
class CardChecksTest {
  private final CardChecks checks = new CardChecks(new FakeClock());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'card': 'A-17'}",
        "{'card': {'number': 17}}",
        "{'card': {'number': 'A-17'}}",
        "{'card': {'number': '4242424242424242'}}",
        "{'card': {'number': '4242424242424242', 'exp_month': 13, 'exp_year': 2034}}",
        "{'card': {'number': '4242424242424242', 'exp_month': 12, 'exp_year': '34'}}"
      })
  void whatIsNoPaymentCardPasses(String fields) {
    assertThatCode(() -> check(fields)).doesNotThrowAnyException();
  }

  @Test
  void whatLooksLikeOneIsChecked() {
    assertThatThrownBy(() -> check("{'card': {'number': '4242424242424241'}}"))
        .isInstanceOf(ApiError.class);
  }

  private void check(String fields) {
    checks.check(Caller.json(fields.replace('\'', '"')));
  }
}
