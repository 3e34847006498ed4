package cloud.finfusion.sandbox.internal.cards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of payments: test cards have outcomes of their own, all others succeed. */
public final class CardOutcomes {
  private final Map<String, TestCard> byNumber;

  public CardOutcomes(List<TestCard> cards) {
    this.byNumber = cards.stream().collect(Collectors.toMap(TestCard::number, Function.identity()));
  }

  /** The outcome of a payment of this amount with this card, which a payment need not have. */
  public CardOutcome of(JsonNode card, long amount) {
    @Nullable TestCard test = byNumber.get(card.path("number").asText());
    return test == null ? CardOutcome.succeeds() : test.outcome().apply(amount);
  }
}
