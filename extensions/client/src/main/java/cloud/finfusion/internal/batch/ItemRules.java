package cloud.finfusion.internal.batch;

import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.ValidationException;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.BitSet;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the end of a request says of its items. Pure. */
final class ItemRules {
  private ItemRules() {}

  /** Returns whether the items may have been done although their request ended with this. */
  static boolean mayBeDone(RuntimeException thrown) {
    if (thrown instanceof FinFusionException known) {
      return known.outcome() == Outcome.UNKNOWN || known.outcome() == Outcome.DONE;
    }
    // of arguments, and of a closed client: both are found before anything is sent
    return !(thrown instanceof InvalidArgumentException || thrown instanceof IllegalStateException);
  }

  /**
   * Returns the places of the items that a refused request names as wrong; empty if none is named.
   *
   * @param itemsField the request's field that holds the items: {@code items.3.email} and {@code
   *     items[3].email} name the fourth
   */
  static BitSet named(RuntimeException thrown, String itemsField, int size) {
    BitSet places = new BitSet();
    if (thrown instanceof ValidationException refused) {
      Pattern place = Pattern.compile(Pattern.quote(itemsField) + "[.\\[](\\d{1,6})\\b.*");
      refused.details().stream()
          .map(detail -> place.matcher(Objects.requireNonNullElse(detail.field(), "")))
          .filter(Matcher::matches)
          .mapToInt(found -> Integer.parseInt(found.group(1)))
          .filter(index -> index < size)
          .forEach(places::set);
    }
    return places;
  }

  /** Returns the error of an item whose result cannot be read from the response. */
  static RuntimeException unreadable(CallFacts facts, String key, String problem) {
    return unknown(facts, key, new InvalidResponseException(facts, "$", problem));
  }

  /** Returns the error of an item that may have been done. */
  static RuntimeException unknown(CallFacts facts, String key, FinFusionException reason) {
    return new OutcomeUnknownException(facts, key, reason);
  }
}
