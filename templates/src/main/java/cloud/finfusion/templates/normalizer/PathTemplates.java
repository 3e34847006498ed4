package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.file.PlainNames;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Makes the parameters of each operation those that stand in its path: what no place is declared
 * for cannot be sent, and the name of what is not declared would be.
 */
public record PathTemplates(OpenAPI openAPI) {
  /** Set on an operation: what the generation says of its path, a list of sentences. */
  private static final String NOTICES = "x-path-notices";

  void match() {
    if (openAPI.getPaths() != null) {
      Paths plain = new Paths();
      openAPI.getPaths().forEach((path, item) -> add(plain, path, item));
      plain.setExtensions(openAPI.getPaths().getExtensions());
      openAPI.setPaths(plain);
      plain.forEach((path, item) -> item.readOperations().forEach(each -> match(path, each)));
    }
  }

  /** Paths that differ in Google's sign alone become one, with the operations of both. */
  private static void add(Paths paths, String path, PathItem item) {
    noteSigns(path, item);
    giveServers(item);
    PathItem known = paths.putIfAbsent(PlainNames.ofPath(path), item);
    if (known != null) {
      item.readOperationsMap().forEach((method, each) -> join(known, path, method, each));
    }
  }

  /** The servers of a path are those of its own operations, not of what it is joined with. */
  private static void giveServers(PathItem item) {
    if (item.getServers() != null) {
      item.readOperations().stream()
          .filter(each -> each.getServers() == null || each.getServers().isEmpty())
          .forEach(each -> each.setServers(item.getServers()));
      item.setServers(null);
    }
  }

  private static void join(PathItem known, String path, HttpMethod method, Operation operation) {
    if (known.readOperationsMap().containsKey(method)) {
      throw new IllegalArgumentException(
          "%s %s: expected one operation of %s, got another. Remove one"
              .formatted(method, path, PlainNames.ofPath(path)));
    }
    known.operation(method, operation);
  }

  private static void noteSigns(String path, PathItem item) {
    PlainNames.PLACE
        .matcher(path)
        .results()
        .filter(place -> !place.group(1).isEmpty())
        .map(place -> "parameter " + place.group(2) + " is percent-encoded, its slashes too")
        .forEach(notice -> item.readOperations().forEach(each -> note(each, notice)));
  }

  private void match(String path, Operation operation) {
    Set<String> places =
        PlainNames.PLACE
            .matcher(path)
            .results()
            .map(place -> place.group(2))
            .collect(Collectors.toCollection(LinkedHashSet::new)); // arguments stand as in the path
    List<Parameter> all =
        new ArrayList<>(
            Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()));
    all.removeIf(each -> isWithoutPlace(each, places, operation));
    all.stream()
        .map(this::known)
        .filter(PathTemplates::isOfPath)
        .forEach(each -> places.remove(each.getName()));
    for (String place : places) {
      note(operation, "parameter " + place + " is taken for a text, as it is declared nowhere");
      all.add(new PathParameter().name(place).schema(new StringSchema()));
    }
    operation.setParameters(all);
  }

  private boolean isWithoutPlace(Parameter given, Set<String> places, Operation operation) {
    Parameter parameter = known(given);
    boolean without = isOfPath(parameter) && !places.contains(parameter.getName());
    if (without) {
      note(operation, "parameter " + parameter.getName() + " is not sent, as the path has no such");
    }
    return without;
  }

  private Parameter known(Parameter parameter) {
    return ModelUtils.getReferencedParameter(openAPI, parameter);
  }

  private static boolean isOfPath(Parameter parameter) {
    return "path".equals(parameter.getIn());
  }

  private static void note(Operation operation, String notice) {
    List<String> notices = new ArrayList<>(notices(operation));
    notices.add(notice);
    operation.addExtension(NOTICES, notices);
  }

  /** What generation says of an operation's path. */
  public static List<String> notices(Operation operation) {
    return operation.getExtensions() != null
            && operation.getExtensions().get(NOTICES) instanceof List<?> notices
        ? notices.stream().map(String::valueOf).toList()
        : List.of();
  }
}
