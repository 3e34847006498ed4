package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.NoExampleException;
import cloud.finfusion.templates.reference.OperationExamples;
import cloud.finfusion.templates.reference.Snippets;
import cloud.finfusion.templates.reference.Snippets.MethodCall;
import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.BatchView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.SnippetView;
import cloud.finfusion.templates.view.TagView;
import cloud.finfusion.templates.view.WireView;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * Adds to each operation what its wire tests are made of.
 *
 * @param published whether the facades are methods of the published client
 */
public record WireViews(OpenAPI openAPI, List<ModelMap> models, boolean published) {

  /** Copies the list. */
  public WireViews {
    models = List.copyOf(models);
  }

  /** Adds a view to each operation of a tag; they have those of the facades already. */
  public void describe(OperationsMap group) {
    if (group.get("tag") instanceof TagView tag) {
      Snippets snippets = Snippets.of(openAPI, models, facade(tag, ""));
      Set<String> taken = takenNames(snippets);
      for (CodegenOperation each : group.getOperations().getOperation()) {
        if (each.vendorExtensions.get("view") instanceof OperationView view) {
          String test = free(view.method(), taken);
          each.vendorExtensions.put("wire", view(tag, test, each, view, snippets));
        }
      }
    }
  }

  private String facade(TagView tag, String kind) {
    if (!published) {
      return "client.resource(" + kind + tag.facade() + "::new)";
    }
    return "client." + (kind.isEmpty() ? "" : "async().") + tag.accessor() + "()";
  }

  private static Set<String> takenNames(Snippets snippets) {
    return snippets.byClass().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A class file has the name too, which not every file system tells from one in upper case. */
  private static String free(String method, Set<String> taken) {
    String name = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    String free = name + "Test";
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + i + "Test";
    }
    return free;
  }

  private WireView view(
      TagView tag, String test, CodegenOperation operation, OperationView view, Snippets snippets) {
    try {
      return made(tag, test, operation, view, snippets);
    } catch (NoExampleException missing) {
      return WireView.without(test, String.valueOf(missing.getMessage()));
    }
  }

  private WireView made(
      TagView tag, String test, CodegenOperation operation, OperationView view, Snippets snippets) {
    SpecOperation spec = SpecOperation.of(openAPI, operation);
    MethodCall call = snippets.call(operation, view, spec);
    Set<String> free = free(operation, spec, call);
    ExpectationLines lines = new ExpectationLines();
    new ExpectedRequest(spec, view, snippets.byClass(), free).addTo(lines, operation);
    ExpectedResponses responses = new ExpectedResponses(spec, view);
    responses.addSuccess(lines);
    responses.addErrors(lines);
    String async = facade(tag, "Async") + "." + call.code();
    String blocking = snippets.facade() + "." + call.code();
    boolean page = view.page() != null;
    return new WireView(
        test,
        behaviours(view, free),
        request(operation, view, spec),
        lines.all(),
        lines(call, free),
        page ? blocking + ".stream().toList()" : blocking,
        page ? "all(" + async + ")" : async,
        page || view.hasResult(),
        items(view, spec, snippets.facade(), responses),
        null);
  }

  private static String request(
      CodegenOperation operation, OperationView view, SpecOperation spec) {
    String server = spec.extension("x-server").orElse("");
    if (server.contains("://")) {
      throw new NoExampleException("it goes to " + server);
    }
    return Stream.of(view.name(), operation.httpMethod, server + SpecOperation.path(operation))
        .map(ExpectationLines::literal)
        .collect(Collectors.joining(", "));
  }

  /** The arguments of the path that may be any text. */
  private static Set<String> free(CodegenOperation operation, SpecOperation spec, MethodCall call) {
    Set<String> variables =
        call.ids().stream().map(SnippetView.Id::variable).collect(Collectors.toSet());
    return operation.pathParams.stream()
        .filter(each -> each.dataType.equals("String"))
        .filter(each -> variables.contains(each.paramName))
        .filter(each -> isPlain(each, spec))
        .map(each -> each.paramName)
        .collect(Collectors.toSet());
  }

  private static boolean isPlain(CodegenParameter given, SpecOperation spec) {
    return spec.parameter(given.baseName)
        .map(each -> each.getStyle() == null || each.getStyle().toString().equals("simple"))
        .orElse(false);
  }

  private static List<String> lines(MethodCall call, Set<String> free) {
    List<String> lines = new ArrayList<>();
    for (SnippetView.Id each : call.ids()) {
      String literal = each.literal();
      String value = free.contains(each.variable()) ? "argument(" + literal + ")" : literal;
      lines.add("String " + each.variable() + " = " + value + ";");
    }
    lines.addAll(call.lines());
    return lines;
  }

  private static List<String> behaviours(OperationView view, Set<String> free) {
    List<String> all = new ArrayList<>();
    all.add(view.reads() || view.idempotent() ? "RepeatedOperation" : "UnrepeatedOperation");
    if (!free.isEmpty()) {
      all.add("AddressedOperation");
    }
    if (view.ttl() != null) {
      all.add("CachedOperation");
    } else if (view.reads()) {
      all.add("UncachedOperation");
    }
    if (view.page() != null) {
      all.add("PagedOperation");
    }
    if (view.batch() != null) {
      all.add("BatchedOperation");
    }
    return all;
  }

  private static WireView.@Nullable Items items(
      OperationView view, SpecOperation spec, String facade, ExpectedResponses responses) {
    BatchView batch = view.batch();
    if (batch == null) {
      return null;
    }
    String item =
        new ExpectedBatch(responses.fields("x-finfusion-batch"))
            .item(new OperationExamples(spec).body());
    String path =
        view.pathArguments().stream()
            .map(ArgumentView::name)
            .map(each -> each + ", ")
            .collect(Collectors.joining());
    String call =
        "%s.%s(%sList.of(item, item), BatchOptions.<%s>builder().batchSize(1).concurrency(1).build())"
            .formatted(facade, view.method(), path, batch.item());
    return new WireView.Items(batch.item(), item, call);
  }
}
