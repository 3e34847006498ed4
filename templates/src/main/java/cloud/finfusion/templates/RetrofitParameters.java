package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
      inputs.form().orElseThrow().fields().forEach(field -> all.add(formField(field)));
    } else if (inputs.payload() != PayloadKind.NONE) {
      all.add(body());
    }
    all.addAll(query.headers());
    return distinct(all);
  }

  private static RetrofitParameter path(CodegenParameter each) {
    Value value =
        each.isArray
            ? Value.converted("joined", "\",\"", each.paramName)
            : Value.of(each.paramName);
    return RetrofitParameter.of(
        "@Path(\"" + each.baseName + "\")",
        each.isArray ? "String" : each.dataType,
        each.paramName,
        false,
        each.unescapedDescription,
        value);
  }

  /** Objects in forms are sent as most servers read them, a field each: {@code card[number]}. */
  private RetrofitParameter formField(CodegenProperty field) {
    String given = inputs.bodyName() + "." + field.name + "()";
    String name = "\"" + field.baseName + "\"";
    if (ValueShape.of(field, models).isExpanded()) {
      return RetrofitParameter.of(
          "@FieldMap",
          "Map<String, String>",
          field.name,
          false,
          field.unescapedDescription,
          Value.converted("deepObject", name, given));
    }
    return RetrofitParameter.of(
        "@Field(" + name + ")",
        field.datatypeWithEnum,
        field.name,
        !field.required,
        field.unescapedDescription,
        Value.of(given));
  }

  private RetrofitParameter body() {
    PayloadKind payload = inputs.payload();
    return RetrofitParameter.of(
        "@Body",
        payload.type(operation),
        inputs.bodyName(),
        payload.isOptional(operation),
        payload.doc(operation),
        Value.of(inputs.bodyName()));
  }

  private static List<RetrofitParameter> distinct(List<RetrofitParameter> parameters) {
    Set<String> given = new HashSet<>();
    List<RetrofitParameter> distinct = new ArrayList<>();
    for (RetrofitParameter each : parameters) {
      String name = each.view().name();
      String free = name;
      for (int i = 2; !given.add(free); i++) {
        free = name + i;
      }
      distinct.add(each.named(free));
    }
    return distinct;
  }
}
