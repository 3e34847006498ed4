package cloud.finfusion.internal.webhook;

import java.util.ArrayList;
import java.util.List;

/**
 * Which families an event concerns, by its type alone, so that a type of a new resource needs no
 * line here: {@code payment.succeeded} the payments; {@code card.transaction} the cards and the
 * card transactions. A name that is no family concerns nothing.
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
