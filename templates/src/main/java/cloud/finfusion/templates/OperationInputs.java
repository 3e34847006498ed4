package cloud.finfusion.templates;

import static java.util.stream.Collectors.toSet;

import cloud.finfusion.templates.FileParts.Divided;
import cloud.finfusion.templates.FileParts.FilePart;
import cloud.finfusion.templates.ModelIndex.ParameterModel;
import java.util.List;
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

  /** The Java name of a file, which is that of no other argument. */
  String fileName(FilePart file) {
    return new FileArguments(
            parts.map(Divided::files).orElse(List.of()),
            operation.pathParams.stream().map(each -> each.paramName).collect(toSet()))
        .of(file);
  }

  /** The Java name of the body: {@code params}, unless the query has taken that name. */
  String bodyName() {
    boolean taken = operation.vendorExtensions.containsKey(ParameterSchemas.QUERY);
    return taken ? "body" : "params";
  }
}
