package cloud.finfusion.templates.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Makes a class's name short enough to read, by its words alone. */
public final class ShortNames {
  /** How many letters a class's name has at most. */
  public static final int LONGEST = 60;

  /** Words of the place of an inline schema that say nothing of it. */
  private static final Set<String> OF_PLACES =
      Set.of("allof", "anyof", "oneof", "inner", "value", "parameter", "data", "items");

  /** Words in capitals, as constants have them. */
  private static final Pattern CAPITALS =
      Pattern.compile("(?<![A-Za-z0-9])[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(?![A-Za-z0-9])");

  private ShortNames() {}

  /** The name with {@code not_found} for {@code NOT_FOUND}, of which {@code NOTFOUND} came. */
  public static String withoutCapitals(String name) {
    return CAPITALS.matcher(name).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
  }

  /**
   * The name itself if it is short enough; else without words that only say where it stands, then
   * without words that stand twice in a row, then without those in its middle.
   */
  public static String of(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    List<String> words =
        new ArrayList<>(Words.of(name.replaceAll("(All|Any|One)Of", "$1of")).all());
    drop(words, longest, i -> i < words.size() - 1 && OF_PLACES.contains(lower(words.get(i))));
    drop(words, longest, i -> isAgain(words, i));
    while (length(words) > longest && words.size() > 2) {
      words.remove(words.size() / 2);
    }
    String shortened = new Words(words).pascal();
    return shortened.length() <= longest ? shortened : shortened.substring(0, longest);
  }

  private static boolean isAgain(List<String> words, int index) {
    return Words.singular(words.get(index)).equals(Words.singular(words.get(index - 1)));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** From the first on, until the name is short enough. */
  private static void drop(List<String> words, int longest, IntPredicate needless) {
    for (int i = 1; i < words.size() && length(words) > longest; ) {
      if (needless.test(i)) {
        words.remove(i);
      } else {
        i++;
      }
    }
  }

  private static int length(List<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }
}
