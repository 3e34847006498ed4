package cloud.finfusion.sandbox.internal.spec;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A path of the specification such as {@code /v2/payments/{payment_id}}. */
public record PathTemplate(List<String> segments) {
  static PathTemplate of(String path) {
    return new PathTemplate(split(path));
  }

  /** Whether an encoded path matches; a placeholder matches one segment that is not empty. */
  public boolean matches(String path) {
    List<String> actual = split(path);
    return actual.size() == segments.size()
        && IntStream.range(0, actual.size())
            .allMatch(i -> isPlaceholder(i) ? !actual.get(i).isEmpty() : sameText(actual, i));
  }

  /** How many placeholders there are; of two templates that match, the one with fewer is used. */
  public long placeholders() {
    return placeholderIndexes().count();
  }

  /** The names of the placeholders and their decoded values in a path, in order. */
  public Map<String, String> values(String path) {
    List<String> actual = split(path);
    Map<String, String> values = new LinkedHashMap<>();
    placeholderIndexes().forEach(i -> values.put(name(i), decode(actual.get(i))));
    return values;
  }

  /** The names of the placeholders, in order. */
  public Stream<String> names() {
    return placeholderIndexes().mapToObj(this::name);
  }

  /** The decoded value of the last placeholder; empty if there is none. */
  public String lastValue(String path) {
    return values(path).values().stream().reduce("", (first, last) -> last);
  }

  /** The path before the last placeholder: {@code /v2/payments}. */
  public String collection() {
    int last = placeholderIndexes().reduce(0, (a, b) -> b);
    return String.join("/", segments.subList(0, last));
  }

  /** The first segment that is no version: {@code payments} of {@code /v2/payments/batch}. */
  String firstName() {
    return segments.stream()
        .filter(segment -> !segment.isEmpty() && !segment.matches("v[0-9]+"))
        .findFirst()
        .orElse("");
  }

  @Override
  public String toString() {
    return String.join("/", segments);
  }

  private boolean sameText(List<String> actual, int i) {
    return segments.get(i).equals(decode(actual.get(i)));
  }

  private IntStream placeholderIndexes() {
    return IntStream.range(0, segments.size()).filter(this::isPlaceholder);
  }

  private boolean isPlaceholder(int i) {
    return segments.get(i).startsWith("{");
  }

  private String name(int i) {
    return segments.get(i).substring(1, segments.get(i).length() - 1);
  }

  private static List<String> split(String path) {
    return List.of(path.split("/", -1));
  }

  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
