package cloud.finfusion.sandbox.internal.cards;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the card of a request beyond what the specification can say of it: the check digit of the
 * number, the expiry on the sandbox's clock, the length of the security code.
 */
public final class CardChecks {
  /** Where requests have a card, as in a payment or in a card to tokenize. */
  private static final List<String> PLACES = List.of("payment_method.card", "card");

  /** The card that the documentation's own sample pays with, which everyone tries first. */
  private static final String DOCUMENTED_NUMBER = "4242424242424242";

  private static final YearMonth DOCUMENTED_EXPIRY = YearMonth.of(2024, 12);

  private final InstantSource clock;

  public CardChecks(InstantSource clock) {
    this.clock = clock;
  }

  /** Throws a 400 that names each wrong field of the cards among these fields. */
  public void check(JsonNode fields) {
    List<FieldError> errors = new ArrayList<>();
    for (String place : PLACES) {
      JsonNode card = fields.at("/" + place.replace('.', '/'));
      CardNumber.of(card)
          .filter(CardNumber::isNumeric)
          .ifPresent(number -> check(number, card, place, errors));
    }
    if (!errors.isEmpty()) {
      throw ApiError.invalidBody(errors);
    }
  }

  private void check(CardNumber number, JsonNode card, String place, List<FieldError> errors) {
    if (!number.hasCheckDigit()) {
      errors.add(new FieldError(place + ".number", "is not a card number: a digit is wrong"));
    }
    expiry(card)
        .filter(expiry -> hasPassed(expiry, number))
        .map(expiry -> place + (expiry.getYear() < now().getYear() ? ".exp_year" : ".exp_month"))
        .ifPresent(field -> errors.add(new FieldError(field, "is in the past: the card expired")));
    if (card.has("cvc") && card.path("cvc").asText().length() != number.cvcLength()) {
      String message = "must have %d digits for this card".formatted(number.cvcLength());
      errors.add(new FieldError(place + ".cvc", message));
    }
  }

  /** Empty when the fields hold none, as a specification of the user's may allow. */
  private static Optional<YearMonth> expiry(JsonNode card) {
    int month = card.path("exp_month").asInt();
    return month >= 1 && month <= 12 && card.path("exp_year").isInt()
        ? Optional.of(YearMonth.of(card.path("exp_year").asInt(), month))
        : Optional.empty();
  }

  /** A card is good until the end of its month, in UTC. */
  private boolean hasPassed(YearMonth expiry, CardNumber number) {
    boolean documented =
        number.digits().equals(DOCUMENTED_NUMBER) && expiry.equals(DOCUMENTED_EXPIRY);
    return expiry.isBefore(now()) && !documented;
  }

  private YearMonth now() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }
}
