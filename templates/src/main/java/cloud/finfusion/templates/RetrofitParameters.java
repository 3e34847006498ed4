package cloud.finfusion.templates;

import cloud.finfusion.templates.FileParts.Divided;
import cloud.finfusion.templates.ModelIndex.ParameterModel;
import io.swagger.v3.oas.models.media.Encoding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** The parameters of a Retrofit method: path, query, form or body, headers. */
final class RetrofitParameters {
  private final OperationInputs inputs;
  private final CodegenOperation operation;
  private final ModelIndex models;

  RetrofitParameters(OperationInputs inputs, ModelIndex models) {
    this.inputs = inputs;
    this.operation = inputs.operation();
    this.models = models;
  }

  /** In the order of the method, with different names. */
  List<RetrofitParameter> all() {
    List<RetrofitParameter> all = new ArrayList<>();
    operation.pathParams.forEach(each -> all.add(path(each)));
    QueryParameters query = new QueryParameters(inputs, models);
    all.addAll(query.query());
    if (inputs.payload() == PayloadKind.FORM) {
      all.addAll(form(inputs.form().orElseThrow()));
    } else if (inputs.payload() == PayloadKind.PARTS) {
      all.addAll(parts(inputs.parts().orElseThrow()));
    } else if (inputs.payload() != PayloadKind.NONE) {
      all.add(body());
    }
    all.addAll(query.headers());
    return distinct(all);
  }

  private RetrofitParameter path(CodegenParameter each) {
    PathValue path = new PathValue(each, ValueShape.of(each.dataType, models));
    return RetrofitParameter.of(
        path.annotation(),
        path.type(),
        each.paramName,
        false,
        each.unescapedDescription,
        path.value());
  }

  private List<RetrofitParameter> form(ParameterModel form) {
    List<RetrofitParameter> all = new ArrayList<>();
    form.fields().forEach(field -> all.addAll(formField(field)));
    if (OpenBodies.isOpen(operation)) {
      all.add(FormField.others(inputs.bodyName()));
    }
    return all;
  }

  private List<RetrofitParameter> formField(CodegenProperty field) {
    Object encodings = operation.vendorExtensions.get(ParameterSchemas.FORM_ENCODING);
    Encoding encoding =
        encodings instanceof Map<?, ?> map ? (Encoding) map.get(field.baseName) : null;
    return new FormField(field, ValueShape.of(field, models), encoding)
        .parameters(inputs.bodyName() + "." + field.name + "()");
  }

  private List<RetrofitParameter> parts(Divided parts) {
    List<RetrofitParameter> all = new ArrayList<>();
    parts
        .files()
        .forEach(
            file ->
                all.add(
                    PartField.file(
                        file, inputs.fileName(file), parts.encoding().get(file.name()))));
    inputs.form().ifPresent(form -> form.fields().forEach(field -> all.add(part(parts, field))));
    if (OpenBodies.isOpen(operation)) {
      all.add(PartField.others(inputs.bodyName()));
    }
    return all;
  }

  private RetrofitParameter part(Divided parts, CodegenProperty field) {
    return new PartField(field, ValueShape.of(field, models), parts.encoding().get(field.baseName))
        .parameter(inputs.bodyName() + "." + field.name + "()");
  }

  private RetrofitParameter body() {
    PayloadKind payload = inputs.payload();
    return RetrofitParameter.of(
        "@Body",
        payload.type(operation),
        inputs.bodyName(),
        payload.isOptional(operation),
        payload.doc(operation),
        payload.value(operation, inputs.bodyName()));
  }

  private static List<RetrofitParameter> distinct(List<RetrofitParameter> parameters) {
    Set<String> given = new HashSet<>();
    List<RetrofitParameter> distinct = new ArrayList<>();
    for (RetrofitParameter each : parameters) {
      distinct.add(each.named(IdentifierConflicts.numbered(each.view().name(), given)));
    }
    return distinct;
  }
}
