package cloud.finfusion.templates;

import cloud.finfusion.templates.ModelIndex.ParameterModel;
import java.util.Optional;
import org.openapitools.codegen.CodegenOperation;

/**
 * What an operation is given: path parameters one by one, all other parameters as one model, and
 * the body.
 */
record OperationInputs(
    CodegenOperation operation,
    PayloadKind payload,
    Optional<ParameterModel> query,
    Optional<ParameterModel> form) {

  static OperationInputs of(CodegenOperation operation, ModelIndex models) {
    return new OperationInputs(
        operation,
        PayloadKind.of(operation),
        models.of(operation.vendorExtensions.get(ParameterSchemas.QUERY)),
        models.of(operation.vendorExtensions.get(ParameterSchemas.FORM)));
  }

  /** The Java name of the body: {@code params}, unless the query has taken that name. */
  String bodyName() {
    boolean taken = operation.vendorExtensions.containsKey(ParameterSchemas.QUERY);
    return taken ? "body" : "params";
  }
}
