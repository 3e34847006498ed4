package cloud.finfusion.templates.naming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a name, however it is written: {@code createPayment}, {@code create_payment}. */
record Words(List<String> all) {
  private static final Pattern WORD =
      Pattern.compile("[A-Z]+\\d*(?![a-z])|[A-Z]?[a-z]+\\d*|\\d+|[^\\p{ASCII}\\p{Punct}\\s]+");

  Words {
    all = List.copyOf(all);
  }

  static Words of(String name) {
    return new Words(WORD.matcher(name).results().map(MatchResult::group).toList());
  }

  /** Whether a name has nothing that the name of a class is made of. */
  static boolean isNameless(String name) {
    return !name.matches("(?s).*[A-Za-z0-9].*");
  }

  Words and(Words others) {
    List<String> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new Words(both);
  }

  /** {@code CreatePayment}. */
  String pascal() {
    return all.stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code createPayment}. */
  String camel() {
    return all.isEmpty()
        ? ""
        : all.get(0).toLowerCase(Locale.ROOT) + new Words(all.subList(1, all.size())).pascal();
  }

  /** Where other words stand in these, whatever their number is; -1 if nowhere. */
  int indexOf(Words others) {
    List<String> these = all.stream().map(Words::singular).toList();
    List<String> those = others.all.stream().map(Words::singular).toList();
    return those.isEmpty() ? -1 : Collections.indexOfSubList(these, those);
  }

  /** {@code payment} for {@code Payments}; what is no plural stays as it is. */
  static String singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ies") && lower.length() > 4) {
      return lower.substring(0, lower.length() - 3) + "y";
    }
    if (lower.matches(".*(ss|x|ch|sh)es")) {
      return lower.substring(0, lower.length() - 2);
    }
    return lower.matches(".+[^su]s") && lower.length() > 3
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
