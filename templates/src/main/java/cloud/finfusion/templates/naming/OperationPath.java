package cloud.finfusion.templates.naming;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a path says of an operation that has no id and no tag.
 *
 * @param path as {@code /v1/payments/{id}/refunds}
 * @param verb as {@code post}
 */
record OperationPath(String path, String verb) {
  /** Says how an API is reached, not what it is about. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)api|rest|v\\d+([._-]\\d+)*((alpha|beta|rc|preview)\\d*)?|\\d+([.-]\\d+)*");

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  /** {@code Payments}: the first segment that is neither a prefix nor a parameter. */
  Optional<String> resource() {
    return literals().stream().map(Words::pascal).filter(not(Words::isNameless)).findFirst();
  }

  /** {@code postPaymentsRefundsById}, for the interface and for what is named by the operation. */
  String id() {
    Words words = literals().stream().reduce(Words.of(verb), Words::and);
    return words.and(by(segments().flatMap(OperationPath::parameters))).camel();
  }

  /** {@code postV1PaymentsIdRefunds}: every segment, where another operation has the id. */
  String wholeId() {
    return Words.of(verb).and(Words.of(path)).camel();
  }

  /** {@code postRefunds}, {@code getById}: without the resource that the path starts with. */
  String method(Words resource) {
    Words all = literals().stream().reduce(new Words(List.of()), Words::and);
    int start = all.indexOf(resource) == 0 ? resource.all().size() : 0;
    Words words = Words.of(verb).and(new Words(all.all().subList(start, all.all().size())));
    List<String> segments = segments().toList();
    String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    return words.and(by(parameters(last))).camel();
  }

  /** The words of each segment that is no parameter, from the resource on. */
  List<Words> literals() {
    return segments()
        .dropWhile(segment -> PREFIX.matcher(segment).matches() || segment.contains("{"))
        .filter(segment -> parameters(segment).findAny().isEmpty())
        .flatMap(segment -> Stream.of(segment.split(":")))
        .map(Words::of)
        .filter(words -> !words.all().isEmpty())
        .toList();
  }

  private Stream<String> segments() {
    return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty());
  }

  private static Stream<String> parameters(String segment) {
    return PARAMETER.matcher(segment).results().map((MatchResult found) -> found.group(1));
  }

  private static Words by(Stream<String> parameters) {
    List<String> words = new ArrayList<>();
    parameters.forEach(
        parameter -> {
          words.add(words.isEmpty() ? "By" : "And");
          words.addAll(Words.of(parameter).all());
        });
    return new Words(words);
  }
}
