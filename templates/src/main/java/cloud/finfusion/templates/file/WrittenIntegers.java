package cloud.finfusion.templates.file;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Keeps integers that the parser drops: of 3.0, those that fit no format or have over 64 bits. */
public final class WrittenIntegers implements SpecWalk.Visitor {
  private static final String NUMBER = "[-+]?\\d{1,100}(\\.\\d{0,100})?([eE][-+]?\\d{1,9})?";

  /** The digits of the least integers that 32 bits may not hold. */
  private static final int LARGE = 10;

  /** Set on a schema: the integers that it may have. */
  private static final String ALLOWED = "x-written-allowed";

  /** Set on a schema: the integers that it shows. */
  private static final String SHOWN = "x-written-shown";

  private final ReadPlaces places;

  WrittenIntegers(ReadPlaces places) {
    this.places = places;
  }

  /** Those of an enum. */
  public static List<?> allowed(Schema<?> schema) {
    return integers(schema, ALLOWED);
  }

  /** Those of the default and the example. */
  public static List<?> shown(Schema<?> schema) {
    return integers(schema, SHOWN);
  }

  private static List<?> integers(Schema<?> schema, String extension) {
    return schema.getExtensions() != null
            && schema.getExtensions().get(extension) instanceof List<?> integers
        ? integers
        : List.of();
  }

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    keep(ALLOWED, large(map, "enum"), place);
    keep(SHOWN, Stream.concat(large(map, "default"), large(map, "example")), place);
  }

  private static Stream<String> large(MappingNode map, String keyword) {
    Optional<Node> written = SpecTree.child(map, keyword);
    return written.stream()
        .flatMap(
            each -> each instanceof SequenceNode list ? list.getValue().stream() : written.stream())
        .map(SpecTree::text)
        .filter(text -> whole(text).anyMatch(number -> digits(number) >= LARGE));
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

  private void keep(String extension, Stream<String> integers, SpecPlace place) {
    List<String> kept = integers.toList();
    if (!kept.isEmpty()) {
      places.of(place).stream()
          .filter(Schema.class::isInstance)
          .forEach(each -> ((Schema<?>) each).addExtension(extension, kept));
    }
  }
}
