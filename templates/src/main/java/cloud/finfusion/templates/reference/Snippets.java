package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Call;
import cloud.finfusion.templates.reference.Expression.Text;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.SnippetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;

/**
 * Makes the program that calls an operation.
 *
 * @param facade the expression for the facade, as {@code client.payments()}
 * @param byClass the models by the names of their classes
 * @param pathExamples the examples of all parameters of paths
 */
record Snippets(String facade, Map<String, CodegenModel> byClass, Set<String> pathExamples) {
  private static final int SHOWN_ITEMS = 100;

  /** Throws a NoExampleException if the specification says too little. */
  SnippetView of(CodegenOperation operation, OperationView view, SpecOperation spec) {
    SnippetIds ids = new SnippetIds(pathExamples);
    SnippetArguments made =
        new SnippetArguments(spec, new ModelExpressions(byClass, ids), ids, new ArrayList<>());
    Call call = new Call(view.method(), made.of(operation, view));
    List<String> lines = new ArrayList<>(made.statements());
    String type = type(view);
    Expression code = new Text(facade + "." + call.flat() + collected(view));
    if (type == null) {
      lines.add(code.flat() + ";");
      return new SnippetView(ids.all(), split(lines), null);
    }
    String variable = variable(type, ids, view);
    lines.add(SnippetArguments.declaration(type, variable, code));
    return new SnippetView(ids.all(), split(lines), variable);
  }

  private static List<String> split(List<String> statements) {
    return statements.stream().flatMap(String::lines).toList();
  }

  private static @Nullable String type(OperationView view) {
    if (view.page() != null) {
      return "List<" + view.page().item() + ">";
    }
    return view.hasResult() ? view.result() : null;
  }

  private static String collected(OperationView view) {
    return view.page() == null ? "" : ".stream().limit(" + SHOWN_ITEMS + ").toList()";
  }

  /** {@code payment} for a {@code Payment}, unless an argument has that name. */
  private static String variable(String type, SnippetIds ids, OperationView view) {
    if (view.page() != null) {
      return "items";
    }
    String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    boolean taken =
        ids.all().stream().anyMatch(id -> id.variable().equals(name))
            || view.arguments().stream().anyMatch(each -> each.name().equals(name));
    return taken || name.equals("client") || !SourceVersion.isName(name) ? "result" : name;
  }
}
