package cloud.finfusion.templates.naming;

import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which resource an operation is of: what its extension says, else its tags, else the first segment
 * of its path. A resource of very many operations is divided by the next segments.
 */
public final class ResourceNames {
  /** The extension that names an operation's resource. */
  public static final String EXTENSION = "x-finfusion-resource";

  /** More make a file of more than 2,000 lines. */
  private static final int MOST = 40;

  private final OpenAPI openAPI;
  private final Consumer<String> notices;

  /** Notices tell the user of names that another operation may change. */
  public ResourceNames(OpenAPI openAPI, Consumer<String> notices) {
    this.openAPI = openAPI;
    this.notices = notices;
  }

  /** Sets the tags of each operation. */
  public void assign() {
    Map<String, List<Member>> groups = new LinkedHashMap<>();
    DeclaredOperation.all(openAPI)
        .forEach(
            each -> {
              name(each.operation(), new OperationPath(each.path(), each.method().name()));
              collect(each.operation(), each.path(), groups);
            });
    divide(groups);
  }

  private static void name(Operation operation, OperationPath path) {
    Object given =
        Objects.requireNonNullElse(operation.getExtensions(), Map.<String, Object>of())
            .get(EXTENSION);
    if (given != null) {
      operation.setTags(new ArrayList<>(List.of(given.toString())));
    } else if (operation.getTags() == null
        || operation.getTags().stream().allMatch(Words::isNameless)) {
      path.resource().ifPresent(each -> operation.setTags(new ArrayList<>(List.of(each))));
    }
  }

  private static void collect(Operation operation, String path, Map<String, List<Member>> groups) {
    Objects.requireNonNullElse(operation.getTags(), List.<String>of())
        .forEach(
            tag ->
                groups
                    .computeIfAbsent(tag, any -> new ArrayList<>())
                    .add(new Member(operation, new OperationPath(path, "").literals())));
  }

  private void divide(Map<String, List<Member>> groups) {
    Map<String, Map<String, List<Member>>> divided = new LinkedHashMap<>();
    groups.forEach(
        (resource, members) -> {
          if (members.size() > MOST) {
            parts(resource, members).ifPresent(parts -> divided.put(resource, parts));
          }
        });
    Map<String, Integer> owners = owners(groups.keySet(), divided);
    divided.forEach((resource, parts) -> rename(resource, parts, owners));
  }

  private Optional<Map<String, List<Member>>> parts(String resource, List<Member> members) {
    Map<String, List<Member>> parts = new LinkedHashMap<>();
    divide("", members, 0, parts);
    if (parts.size() > 1) {
      return Optional.of(parts);
    }
    notices.accept(
        "%s: %d operations of one path, so that its file has very many lines. %s divides them"
            .formatted(resource, members.size(), EXTENSION));
    return Optional.empty();
  }

  /** How many resources would have each name. */
  private static Map<String, Integer> owners(
      Set<String> resources, Map<String, Map<String, List<Member>>> divided) {
    Map<String, Integer> owners = new HashMap<>();
    resources.stream()
        .filter(each -> !divided.containsKey(each) || divided.get(each).containsKey(""))
        .forEach(each -> owners.merge(Words.of(each).pascal(), 1, Integer::sum));
    divided
        .values()
        .forEach(parts -> parts.keySet().forEach(part -> owners.merge(part, 1, Integer::sum)));
    return owners;
  }

  private void rename(
      String resource, Map<String, List<Member>> parts, Map<String, Integer> owners) {
    List<String> names = new ArrayList<>();
    int operations = 0;
    for (Map.Entry<String, List<Member>> each : parts.entrySet()) {
      String part = each.getKey();
      boolean free = !part.isEmpty() && owners.getOrDefault(part, 0) == 1;
      String name = free ? part : resource + part;
      names.add(name);
      operations += each.getValue().size();
      each.getValue()
          .forEach(
              member ->
                  member
                      .operation()
                      .getTags()
                      .replaceAll(tag -> tag.equals(resource) ? name : tag));
    }
    notices.accept(
        "%s: %d operations are divided by their paths: %s. %s names the resource of one"
            .formatted(resource, operations, String.join(", ", names), EXTENSION));
  }

  /** By the segment at a depth; those without one stay together. */
  private static void divide(
      String name, List<Member> members, int depth, Map<String, List<Member>> parts) {
    Map<String, List<Member>> next = new LinkedHashMap<>();
    members.forEach(
        each -> next.computeIfAbsent(each.segment(depth), any -> new ArrayList<>()).add(each));
    next.forEach(
        (segment, ofSegment) -> {
          boolean divisible = ofSegment.size() > MOST && !segment.isEmpty();
          if (divisible) {
            divide(name + segment, ofSegment, depth + 1, parts);
          } else {
            parts.computeIfAbsent(name + segment, any -> new ArrayList<>()).addAll(ofSegment);
          }
        });
  }

  private record Member(Operation operation, List<Words> path) {
    String segment(int depth) {
      return depth < path.size() ? path.get(depth).pascal() : "";
    }
  }
}
