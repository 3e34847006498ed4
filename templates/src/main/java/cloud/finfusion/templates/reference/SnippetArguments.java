package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Text;
import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.PageView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/**
 * The arguments of one call, and the statements that make them.
 *
 * @param statements filled by {@link #of}
 */
record SnippetArguments(
    SpecOperation spec, ModelExpressions models, SnippetIds ids, List<String> statements) {

  List<Expression> of(CodegenOperation operation, OperationView view) {
    List<Expression> arguments = new ArrayList<>();
    operation.pathParams.forEach(each -> arguments.add(path(each)));
    for (ArgumentView each : view.arguments().subList(arguments.size(), view.arguments().size())) {
      boolean query = each.type().equals(view.queryType());
      JsonNode value = query ? query(view) : body(each);
      PageView page = query ? view.page() : null;
      if (page == null || !page.unfiltered() || !value.isEmpty()) {
        Expression expression = models.of(each.type(), each.name(), value);
        statements.add(declaration(each.type(), each.name(), expression));
        arguments.add(new Text(each.name()));
      }
    }
    return arguments;
  }

  private Expression path(CodegenParameter given) {
    JsonNode value =
        spec.parameter(given.baseName)
            .map(this::value)
            .orElseThrow(() -> new NoExampleException("no parameter " + given.baseName));
    boolean id = given.dataType.equals("String") && ids.isId(given.baseName, value.asText());
    return id
        ? new Text(ids.variable(given.paramName, given.baseName, value.asText()))
        : models.of(given.dataType, given.baseName, value);
  }

  /** The required parameters, and those that the specification shows an example of. */
  private JsonNode query(OperationView view) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    CodegenModel model = Objects.requireNonNull(models.byClass().get(view.queryType()));
    for (CodegenProperty field : model.vars) {
      boolean cursor = view.page() != null && field.name.equals(view.page().cursor());
      Parameter parameter = spec.parameter(field.baseName).orElse(null);
      if (parameter != null && (field.required || (!cursor && isShown(parameter)))) {
        query.set(field.baseName, value(parameter));
      }
    }
    return query;
  }

  private static boolean isShown(Parameter parameter) {
    return SaidExamples.of(parameter) != null;
  }

  private JsonNode value(Parameter parameter) {
    JsonNode said = SaidExamples.of(parameter);
    return said == null
        ? made(Objects.requireNonNullElseGet(parameter.getSchema(), Schema::new))
        : said;
  }

  private JsonNode body(ArgumentView argument) {
    if (argument.type().equals("MultipartBody") || argument.type().equals("RequestBody")) {
      throw new NoExampleException("its body is no JSON, so the caller makes it");
    }
    MediaType media =
        spec.body().orElseThrow(() -> new NoExampleException("its body has no schema"));
    JsonNode said = SaidExamples.of(media);
    return said == null ? made(media.getSchema()) : said;
  }

  private JsonNode made(Schema<?> schema) {
    return new ExampleValues(spec.openAPI()).of(schema);
  }

  /** {@code Payment payment = …;}, on a line of its own if it is long. */
  static String declaration(String type, String name, Expression value) {
    String start = type + " " + name + " =";
    String flat = start + " " + value.flat() + ";";
    return flat.length() <= Expression.WIDTH ? flat : start + "\n    " + value.at(4) + ";";
  }
}
