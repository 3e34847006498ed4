package cloud.finfusion.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A path of the specification such as {@code /v2/payments/{payment_id}}. */
record PathTemplate(List<String> segments) {
  static PathTemplate of(String path) {
    return new PathTemplate(split(path));
  }

  /** Whether an encoded path has its shape; a placeholder takes one segment that is not empty. */
  boolean matches(String path) {
    List<String> actual = split(path);
    return actual.size() == segments.size()
        && IntStream.range(0, actual.size())
            .allMatch(i -> isPlaceholder(i) ? !actual.get(i).isEmpty() : sameText(actual, i));
  }

  /** How many placeholders it has; of two paths that match, the one with fewer is meant. */
  long placeholders() {
    return IntStream.range(0, segments.size()).filter(this::isPlaceholder).count();
  }

  /** The decoded value of the last placeholder. */
  Optional<String> lastValue(String path) {
    List<String> actual = split(path);
    return IntStream.range(0, segments.size())
        .filter(this::isPlaceholder)
        .mapToObj(i -> decode(actual.get(i)))
        .reduce((first, last) -> last);
  }

  @Override
  public String toString() {
    return String.join("/", segments);
  }

  private boolean sameText(List<String> actual, int i) {
    return segments.get(i).equals(decode(actual.get(i)));
  }

  private boolean isPlaceholder(int i) {
    return segments.get(i).startsWith("{");
  }

  private static List<String> split(String path) {
    return List.of(path.split("/", -1));
  }

  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
