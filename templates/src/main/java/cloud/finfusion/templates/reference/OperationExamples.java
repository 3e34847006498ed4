package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.spec.WireName;
import cloud.finfusion.templates.view.OperationView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import java.util.Objects;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** What an operation is sent with: the specification's examples, else values of its schemas. */
public record OperationExamples(SpecOperation spec) {

  /** Of a parameter of the path. */
  public JsonNode path(CodegenParameter given) {
    return spec.parameter(WireName.of(given))
        .map(this::value)
        .orElseThrow(() -> new NoExampleException("no parameter " + WireName.of(given)));
  }

  /**
   * The required parameters beside those of the path, and those that the specification shows an
   * example of.
   */
  public ObjectNode query(OperationView view, Map<String, CodegenModel> byClass) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    CodegenModel model = byClass.get(Objects.requireNonNullElse(view.queryType(), ""));
    if (model == null) {
      return query;
    }
    for (CodegenProperty field : model.vars) {
      boolean cursor = view.page() != null && field.name.equals(view.page().cursor());
      Parameter parameter = spec.given(field.baseName).orElse(null);
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
    return values().of(SaidExamples.of(parameter), schema(parameter));
  }

  private static Schema<?> schema(Parameter parameter) {
    if (parameter.getSchema() == null && parameter.getContent() != null) {
      return parameter.getContent().values().iterator().next().getSchema();
    }
    return Objects.requireNonNullElseGet(parameter.getSchema(), Schema::new);
  }

  /** Of the body. */
  public JsonNode body() {
    MediaType media =
        spec.body().orElseThrow(() -> new NoExampleException("its body has no schema"));
    return values().of(SaidExamples.of(media), media.getSchema());
  }

  private ExampleValues values() {
    return ExampleValues.required(spec.openAPI());
  }
}
