package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.internal.cards.TestCard;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of test cards has each constant once, and the README has the table. */
class TestCardTableTest {
  private static final Path README = Path.of("README.md");
  private static final String START = "<!-- test cards, from TestCards -->\n";
  private static final String END = "<!-- end of test cards -->";

  @Test
  void theTableHasEachConstantByItsName() {
    Map<String, String> table =
        TestCards.TABLE.stream().collect(Collectors.toMap(TestCard::name, TestCard::number));

    assertThat(table).isEqualTo(constants());
    assertThat(table.values()).doesNotHaveDuplicates();
  }

  @Test
  void theReadmeHasTheTable() throws IOException {
    String text = Files.readString(README);
    int start = text.indexOf(START) + START.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("cards.update")) {
      text = text.substring(0, start) + markdown() + text.substring(end);
      Files.writeString(README, text);
      end = text.indexOf(END);
    }

    assertThat(text.substring(start, end))
        .as("the table in README.md; -Dcards.update=true writes it")
        .isEqualTo(markdown());
  }

  private static String markdown() {
    return TestCards.TABLE.stream()
        .map(card -> "| `%s` | `%s` | %s |\n".formatted(card.number(), card.name(), card.effect()))
        .collect(
            Collectors.joining(
                "", "| number | `TestCards.` | payment |\n| --- | --- | --- |\n", ""));
  }

  private static Map<String, String> constants() {
    return Stream.of(TestCards.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .collect(Collectors.toMap(Field::getName, TestCardTableTest::value));
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
