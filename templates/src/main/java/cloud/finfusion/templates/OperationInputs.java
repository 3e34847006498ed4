package cloud.finfusion.templates;

import cloud.finfusion.templates.FileParts.Divided;
import cloud.finfusion.templates.FileParts.FilePart;
import cloud.finfusion.templates.ModelIndex.ParameterModel;
import java.util.Map;
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
    Optional<ParameterModel> form,
    Optional<Divided> parts) {

  static OperationInputs of(CodegenOperation operation, ModelIndex models) {
    Map<String, Object> extensions = operation.vendorExtensions;
    Optional<Divided> parts = Divided.of(extensions);
    Object form = parts.<Object>map(Divided::fields).orElse(extensions.get(ParameterSchemas.FORM));
    return new OperationInputs(
        operation,
        PayloadKind.of(operation),
        models.of(extensions.get(ParameterSchemas.QUERY)),
        models.of(form),
        parts);
  }

  /** The Java name of a file, which must not be that of an argument of the path. */
  String fileName(FilePart file) {
    boolean taken =
        operation.pathParams.stream().anyMatch(each -> each.paramName.equals(file.argument()));
    return taken ? file.argument() + "File" : file.argument();
  }

  /** The Java name of the body: {@code params}, unless the query has taken that name. */
  String bodyName() {
    boolean taken = operation.vendorExtensions.containsKey(ParameterSchemas.QUERY);
    return taken ? "body" : "params";
  }
}
