package cloud.finfusion.sandbox.internal.cards;

import cloud.finfusion.sandbox.internal.faults.RequestScope;
import cloud.finfusion.sandbox.internal.faults.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of payments: a rule decides for all that it applies to; else test cards have
 * outcomes of their own, and all others succeed.
 */
public final class CardOutcomes {
  private final Map<String, TestCard> byNumber;
  private final Rules<TestCard> rules = new Rules<>();

  public CardOutcomes(List<TestCard> cards) {
    this.byNumber = cards.stream().collect(Collectors.toMap(TestCard::number, Function.identity()));
  }

  /**
   * Declines payments as this card is, within the scope; an {@link IllegalArgumentException} if it
   * is no test card that is declined whatever the amount.
   */
  public void decline(RequestScope scope, String number) {
    @Nullable TestCard card = byNumber.get(number);
    if (card == null || card.outcome().apply(0).decline().isEmpty()) {
      throw new IllegalArgumentException(
          "Payments are declined as one of the TestCards is that are declined: "
              + byNumber.values().stream()
                  .filter(each -> each.outcome().apply(0).decline().isPresent())
                  .map(TestCard::name)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    rules.add(scope, card);
  }

  /** The outcome of a payment of this amount with this card, which a payment need not have. */
  public CardOutcome of(String operation, JsonNode card, long amount) {
    @Nullable TestCard test =
        rules.next(operation).orElseGet(() -> byNumber.get(card.path("number").asText()));
    return test == null ? CardOutcome.succeeds() : test.outcome().apply(amount);
  }
}
