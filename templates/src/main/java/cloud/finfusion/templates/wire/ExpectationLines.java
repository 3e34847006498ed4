package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.Literals;
import cloud.finfusion.templates.reference.NoExampleException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of Java that say what is expected: {@code .query("limit", "20")}. */
final class ExpectationLines {
  /** What a class file holds of a text, less what its characters may need. */
  static final int LONGEST_TEXT = 20_000;

  private final List<String> all = new ArrayList<>();

  /** Adds a call of a method with texts. */
  void add(String method, String... texts) {
    addCode(method, Stream.of(texts).map(ExpectationLines::literal).toArray(String[]::new));
  }

  /** The same with Java expressions. */
  void addCode(String method, String... arguments) {
    all.add(Stream.of(arguments).collect(Collectors.joining(", ", "." + method + "(", ")")));
  }

  static String literal(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new NoExampleException("an example of more than " + LONGEST_TEXT + " characters");
    }
    return Literals.text(text);
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
