package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Text;
import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.SnippetView;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.model.ModelMap;

/**
 * Makes the program that calls an operation.
 *
 * @param facade the expression for the facade, as {@code client.payments()}
 * @param byClass the models by the names of their classes
 * @param pathExamples the examples of all parameters of paths
 */
public record Snippets(String facade, Map<String, CodegenModel> byClass, Set<String> pathExamples) {
  private static final int SHOWN_ITEMS = 100;

  /** Copies the collections. */
  public Snippets {
    byClass = Map.copyOf(byClass);
    pathExamples = Set.copyOf(pathExamples);
  }

  /** Of operations and models that have their views. */
  public static Snippets of(OpenAPI openAPI, List<ModelMap> models, String facade) {
    return new Snippets(facade, byClass(models), pathExamples(openAPI));
  }

  static Map<String, CodegenModel> byClass(List<ModelMap> models) {
    return models.stream()
        .map(ModelMap::getModel)
        .collect(Collectors.toMap(model -> model.classname, model -> model, (one, same) -> one));
  }

  private static Set<String> pathExamples(OpenAPI openAPI) {
    return DeclaredOperation.all(openAPI)
        .flatMap(each -> new SpecOperation(openAPI, each.operation()).parameters())
        .filter(parameter -> "path".equals(parameter.getIn()))
        .map(SaidExamples::of)
        .filter(Objects::nonNull)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  /**
   * The call of an operation's method, and what stands before it.
   *
   * @param ids the variables of ids
   * @param lines those that make the other arguments
   * @param method the method's name
   * @param arguments its arguments
   */
  public record MethodCall(
      List<SnippetView.Id> ids, List<String> lines, String method, List<String> arguments) {

    /** Copies the lists. */
    public MethodCall {
      ids = List.copyOf(ids);
      lines = List.copyOf(lines);
      arguments = List.copyOf(arguments);
    }

    /** The method with its arguments. */
    public String code() {
      return method + "(" + String.join(", ", arguments) + ")";
    }
  }

  /** Throws a NoExampleException if the specification says too little. */
  public MethodCall call(CodegenOperation operation, OperationView view, SpecOperation spec) {
    SnippetIds ids = new SnippetIds(pathExamples);
    SnippetArguments made =
        new SnippetArguments(spec, new ModelExpressions(byClass, ids), ids, new ArrayList<>());
    List<String> arguments = made.of(operation, view).stream().map(Expression::flat).toList();
    return new MethodCall(ids.all(), split(made.statements()), view.method(), arguments);
  }

  /** Throws a NoExampleException if the specification says too little. */
  SnippetView of(CodegenOperation operation, OperationView view, SpecOperation spec) {
    MethodCall call = call(operation, view, spec);
    List<String> lines = new ArrayList<>(call.lines());
    String type = type(view);
    Expression code = new Text(facade + "." + call.code() + collected(view));
    if (type == null) {
      lines.add(code.flat() + ";");
      return new SnippetView(call.ids(), lines, null);
    }
    String variable = variable(type, call.ids(), view);
    lines.addAll(SnippetArguments.declaration(type, variable, code).lines().toList());
    return new SnippetView(call.ids(), lines, variable);
  }

  private static List<String> split(List<String> statements) {
    return statements.stream().flatMap(String::lines).toList();
  }

  private static @Nullable String type(OperationView view) {
    if (view.page() != null) {
      return "List<" + view.page().item() + ">";
    }
    if (view.streamed()) {
      return "byte[]";
    }
    return view.hasResult() ? view.result() : null;
  }

  private static String collected(OperationView view) {
    String ofFile = view.streamed() ? ".bytes()" : "";
    return view.page() == null ? ofFile : ".stream().limit(" + SHOWN_ITEMS + ").toList()";
  }

  /** {@code payment} for a {@code Payment}, unless an argument has that name. */
  private static String variable(String type, List<SnippetView.Id> ids, OperationView view) {
    if (view.page() != null) {
      return "items";
    }
    if (view.streamed()) {
      return "bytes";
    }
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    boolean taken =
        ids.stream().anyMatch(id -> id.variable().equals(name))
            || view.arguments().stream().anyMatch(each -> each.name().equals(name));
    return taken || name.equals("client") || !SourceVersion.isName(name) ? "result" : name;
  }
}
