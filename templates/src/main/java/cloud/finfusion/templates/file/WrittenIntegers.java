package cloud.finfusion.templates.file;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Keeps integers that the parser drops or reads as null: of 3.0, those that fit no format or have
 * over 64 bits; of 3.1, those in an enum without a type.
 */
public final class WrittenIntegers implements SpecWalk.Visitor {
  private static final String NUMBER = "[-+]?\\d{1,100}(\\.\\d{0,100})?([eE][-+]?\\d{1,9})?";

  /** The digits of the least integers that 32 bits may not hold. */
  private static final int LARGE = 10;

  /** The most digits of an integer in an enum; more stay a decimal. */
  private static final int MOST_DIGITS = 100;

  private static final List<String> TEXT = List.of("string");
  private static final Set<String> NUMERIC = Set.of("integer", "number");

  /** Set on a schema: the integers that it shows. */
  private static final String SHOWN = "x-written-shown";

  private final ReadPlaces places;

  WrittenIntegers(ReadPlaces places) {
    this.places = places;
  }

  /** Those of the default and the example. */
  public static List<?> shown(Schema<?> schema) {
    return schema.getExtensions() != null
            && schema.getExtensions().get(SHOWN) instanceof List<?> integers
        ? integers
        : List.of();
  }

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    if (!large(map, "enum").isEmpty()) {
      restoreEnum(place, map);
    }
    List<String> shown =
        Stream.of("default", "example")
            .flatMap(keyword -> large(map, keyword).stream())
            .map(SpecTree::text)
            .toList();
    if (!shown.isEmpty()) {
      schemas(place).forEach(each -> each.addExtension(SHOWN, shown));
    }
  }

  /** The integers of a keyword, or in its list, that 32 bits may not hold. */
  static List<Node> large(MappingNode map, String keyword) {
    return items(map, keyword)
        .filter(each -> whole(SpecTree.text(each)).anyMatch(number -> digits(number) >= LARGE))
        .toList();
  }

  private static Stream<Node> items(MappingNode map, String keyword) {
    return SpecTree.child(map, keyword).stream()
        .flatMap(
            each -> each instanceof SequenceNode list ? list.getValue().stream() : Stream.of(each));
  }

  /** The number that a text is, as {@code 1e10} or {@code 5.0}, if it is whole. */
  public static Stream<BigDecimal> whole(String text) {
    return text.matches(NUMBER)
        ? Stream.of(new BigDecimal(text).stripTrailingZeros()).filter(each -> each.scale() <= 0)
        : Stream.empty();
  }

  /** Without writing it in full: an exponent may ask for any number of them. */
  private static long digits(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  private void restoreEnum(SpecPlace place, MappingNode map) {
    List<String> types =
        items(map, "type").map(SpecTree::text).filter(each -> !each.equals("null")).toList();
    boolean numeric = !types.isEmpty() && NUMERIC.containsAll(types);
    List<Node> written = items(map, "enum").toList();
    if (!types.equals(TEXT) && written.stream().allMatch(each -> isReadable(each, numeric))) {
      List<@Nullable Object> values = new ArrayList<>();
      written.forEach(each -> values.add(value(each, numeric)));
      schemas(place).forEach(each -> each.setEnum(values));
    }
  }

  /** Whether it is no object, and no number in another form, as {@code 0x10}. */
  private static boolean isReadable(Node written, boolean numeric) {
    boolean number = numeric || Stream.of(Tag.INT, Tag.FLOAT).anyMatch(written.getTag()::equals);
    return written instanceof ScalarNode
        && (written.getTag().equals(Tag.NULL) || !number || SpecTree.text(written).matches(NUMBER));
  }

  /** A number in quotes is one where the type says so. */
  private static @Nullable Object value(Node written, boolean numeric) {
    String text = SpecTree.text(written);
    if (written.getTag().equals(Tag.NULL)) {
      return null;
    }
    if (written.getTag().equals(Tag.BOOL)) {
      return Boolean.valueOf(WrittenTexts.truth(text));
    }
    boolean number = text.matches(NUMBER) && (numeric || !written.getTag().equals(Tag.STR));
    return number ? number(new BigDecimal(text)) : text;
  }

  private static Number number(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0 && digits(number) <= MOST_DIGITS;
    return whole ? number.toBigInteger() : number;
  }

  @SuppressWarnings("unchecked") // an enum may have values of several types
  private Stream<Schema<Object>> schemas(SpecPlace place) {
    return places.of(place).stream()
        .filter(Schema.class::isInstance)
        .map(each -> (Schema<Object>) each);
  }
}
