package cloud.finfusion.templates.naming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;

/**
 * The names of a facade's methods: what the extension says, else the operation's id without the
 * name of the resource.
 */
public final class MethodNames {
  /** The extension that names a method. */
  public static final String EXTENSION = "x-finfusion-method";

  /** Set on an operation of the generator: its method. */
  public static final String METHOD = "x-facade-method";

  /** Words that lead to the name of the resource, as in {@code getCommentsForTask}. */
  private static final Set<String> PREPOSITIONS =
      Set.of("by", "for", "from", "in", "of", "on", "to", "with");

  private static final Set<String> READS = Set.of("get", "fetch", "read", "retrieve");

  private final String resource;
  private final Predicate<String> allowed;
  private final Consumer<String> notices;

  /**
   * Of one resource, as {@code Payments}.
   *
   * @param allowed whether a facade can have a method of this name
   */
  public MethodNames(String resource, Predicate<String> allowed, Consumer<String> notices) {
    this.resource = resource;
    this.allowed = allowed;
    this.notices = notices;
  }

  /** Sets the method of each; of two that would have one name, both keep their ids. */
  public void assign(List<CodegenOperation> operations) {
    Map<String, List<CodegenOperation>> byName = new LinkedHashMap<>();
    operations.forEach(
        each -> byName.computeIfAbsent(name(each), any -> new ArrayList<>()).add(each));
    byName.forEach(this::assign);
  }

  private void assign(String name, List<CodegenOperation> operations) {
    boolean alone = operations.size() == 1;
    for (CodegenOperation each : operations) {
      boolean keeps = alone || each.vendorExtensions.containsKey(EXTENSION);
      each.vendorExtensions.put(METHOD, keeps ? name : each.operationId);
    }
    if (!alone) {
      notices.accept(
          "%s: %s would all be %s and keep their ids. %s names one"
              .formatted(
                  resource,
                  operations.stream()
                      .map(each -> each.operationId)
                      .collect(Collectors.joining(", ")),
                  name,
                  EXTENSION));
    }
  }

  private String name(CodegenOperation operation) {
    Object given = operation.vendorExtensions.get(EXTENSION);
    if (given != null) {
      return given.toString();
    }
    boolean made = operation.vendorExtensions.containsKey(OperationIds.MADE);
    String name = made ? ofPath(operation) : withoutResource(operation.operationId);
    return allowed.test(name) ? name : operation.operationId;
  }

  private String ofPath(CodegenOperation operation) {
    String verb = operation.httpMethod.toLowerCase(Locale.ROOT);
    return new OperationPath(operation.path, verb).method(Words.of(resource));
  }

  /** {@code create} for {@code createPayment}; {@code getAll} for {@code getPayments}. */
  String withoutResource(String id) {
    Words words = Words.of(id);
    Words repeated = Words.of(resource);
    int at = words.indexOf(repeated);
    if (at < 0 || words.all().size() == repeated.all().size()) {
      return id;
    }
    int end = at + repeated.all().size();
    List<String> before = words.all().subList(0, at);
    List<String> after = words.all().subList(end, words.all().size());
    Words verb =
        isReadOfAll(before, words.all().get(end - 1))
            ? new Words(before).and(new Words(List.of("All")))
            : withoutPreposition(new Words(before));
    return verb.and(new Words(after)).camel();
  }

  private static boolean isReadOfAll(List<String> before, String noun) {
    boolean plural = !Words.singular(noun).equalsIgnoreCase(noun);
    return plural && before.size() == 1 && READS.contains(before.get(0));
  }

  private static Words withoutPreposition(Words before) {
    int last = before.all().size() - 1;
    boolean leads =
        last > 0 && PREPOSITIONS.contains(new Words(before.all().subList(last, last + 1)).camel());
    return leads ? new Words(before.all().subList(0, last)) : before;
  }
}
