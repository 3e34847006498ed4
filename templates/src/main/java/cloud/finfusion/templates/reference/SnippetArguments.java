package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Text;
import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.PageView;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * The arguments of one call, and the statements that make them.
 *
 * @param statements filled by {@link #of}
 */
record SnippetArguments(
    SpecOperation spec, ModelExpressions models, SnippetIds ids, List<String> statements) {

  List<Expression> of(CodegenOperation operation, OperationView view) {
    OperationExamples examples = new OperationExamples(spec);
    List<Expression> arguments = new ArrayList<>();
    operation.pathParams.forEach(each -> arguments.add(path(each, examples.path(each))));
    for (ArgumentView each : view.arguments().subList(arguments.size(), view.arguments().size())) {
      if (each.isFile()) {
        arguments.add(file(each));
        continue;
      }
      boolean query = each.type().equals(view.queryType());
      JsonNode value = query ? examples.query(view, models.byClass()) : body(each, examples);
      PageView page = query ? view.page() : null;
      if (page == null || !page.unfiltered() || !value.isEmpty()) {
        Expression expression = models.of(each.type(), each.name(), value);
        statements.add(declaration(each.type(), each.name(), expression));
        arguments.add(new Text(each.name()));
      }
    }
    return arguments;
  }

  /** A file of a few bytes, as a snippet is run where there are no others. */
  private static Expression file(ArgumentView argument) {
    String bytes = "Upload.ofBytes(new byte[] {1, 2, 3})";
    return new Text(argument.type().contains("List<") ? "List.of(" + bytes + ")" : bytes);
  }

  private Expression path(CodegenParameter given, JsonNode value) {
    boolean id = given.dataType.equals("String") && ids.isId(given.baseName, value.asText());
    return id
        ? new Text(ids.variable(given.paramName, given.baseName, value.asText()))
        : models.of(given.dataType, given.baseName, value);
  }

  private static JsonNode body(ArgumentView argument, OperationExamples examples) {
    if (argument.type().equals("MultipartBody")) {
      throw new NoExampleException("its body is no JSON, so the caller makes it");
    }
    return examples.body();
  }

  /** {@code Payment payment = …;}, on a line of its own if it is long. */
  static String declaration(String type, String name, Expression value) {
    String start = type + " " + name + " =";
    String flat = start + " " + value.flat() + ";";
    return flat.length() <= Expression.WIDTH ? flat : start + "\n    " + value.at(4) + ";";
  }
}
