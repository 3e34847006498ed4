package cloud.finfusion.templates.file;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What the parser made of a place in the file. It puts the parameters of a path into each of its
 * operations, before those of the operation's own, so that a parameter is found by its name.
 */
record ReadPlaces(OpenAPI openAPI) {

  /** None if the parser has made nothing of it. */
  List<Object> of(SpecPlace place) {
    List<String> path = place.path();
    int list = path.indexOf("parameters");
    boolean numbered = list > 0 && list + 1 < path.size() && path.get(list + 1).matches("\\d+");
    Optional<Object> owner =
        (numbered ? target(path.subList(0, list)) : Optional.empty())
            .filter(each -> each instanceof PathItem || each instanceof Operation);
    return owner.isEmpty()
        ? target(path).stream().toList()
        : operations(owner.get(), place, list)
            .flatMap(each -> parameter(each, place, list).stream())
            .flatMap(each -> target(join(each, path.subList(list + 2, path.size()))).stream())
            .toList();
  }

  /** The operation that a list of parameters is of, or those of its path that lack such a one. */
  private Stream<List<String>> operations(Object owner, SpecPlace place, int list) {
    List<String> path = place.path().subList(0, list);
    return owner instanceof PathItem item
        ? item.readOperationsMap().keySet().stream()
            .map(method -> join(path, List.of(method.name().toLowerCase(Locale.ROOT))))
            .filter(operation -> !isOwn(operation, place, list))
        : Stream.of(path);
  }

  /** Whether an operation declares another parameter in place of its path's. */
  private static boolean isOwn(List<String> operation, SpecPlace place, int list) {
    List<String> declared = place.path().subList(0, list + 2);
    List<String> own = join(operation, List.of("parameters"));
    int size =
        place.tree().find(pointer(own)).orElse(null) instanceof SequenceNode parameters
            ? parameters.getValue().size()
            : 0;
    return IntStream.range(0, size)
        .mapToObj(i -> join(own, List.of(String.valueOf(i))))
        .anyMatch(
            each ->
                Stream.of("name", "in")
                    .allMatch(
                        member -> text(each, member, place).equals(text(declared, member, place))));
  }

  /** Where the parser has the parameter: by its name, or by what YAML makes of that. */
  private Optional<List<String>> parameter(List<String> operation, SpecPlace place, int list) {
    List<String> declared = place.path().subList(0, list + 2);
    String name = text(declared, "name", place);
    String in = text(declared, "in", place);
    List<Parameter> read =
        target(operation)
            .filter(Operation.class::isInstance)
            .map(each -> ((Operation) each).getParameters())
            .orElse(List.of());
    return Stream.of(name, WrittenTexts.truth(name))
        .flatMap(
            each ->
                IntStream.range(0, read.size())
                    .filter(i -> each.equals(read.get(i).getName()))
                    .boxed())
        .filter(i -> in.equals(read.get(i).getIn()))
        .findFirst()
        .map(i -> join(operation, List.of("parameters", i.toString())));
  }

  /** What is written there, or where a reference leads from there. */
  private static String text(List<String> parameter, String member, SpecPlace place) {
    String pointer = pointer(join(parameter, List.of(member)));
    return place.tree().find(pointer).map(SpecTree::text).orElse("");
  }

  private Optional<Object> target(List<String> path) {
    return new ModelPointer(openAPI, "#" + pointer(path)).target();
  }

  private static List<String> join(List<String> path, List<String> more) {
    List<String> joined = new ArrayList<>(path);
    joined.addAll(more);
    return joined;
  }

  private static String pointer(List<String> path) {
    return path.stream()
        .map(each -> each.replace("%", "%25").replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining("/", "/", ""));
  }
}
