package cloud.finfusion.internal.webhook;

import java.util.ArrayList;
import java.util.List;

/**
 * Derives the families that an event concerns from its type, so that the type of a new resource
 * needs no code here: {@code payment.succeeded} concerns payments, {@code card.transaction} cards
 * and card transactions. Names that are no family have no effect.
 */
final class EventFamilies {
  private EventFamilies() {}

  static List<String> of(String type) {
    List<String> families = new ArrayList<>();
    String family = "";
    for (String word : type.split("\\.", -1)) {
      family = family.isEmpty() ? word : family + "_" + word;
      families.add(family);
    }
    return families;
  }
}
