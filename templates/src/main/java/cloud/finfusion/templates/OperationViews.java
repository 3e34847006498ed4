package cloud.finfusion.templates;

import cloud.finfusion.templates.RuntimeUse.Feature;
import cloud.finfusion.templates.naming.MethodNames;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.SecurityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;

/** Makes the views of one tag's operations: what their annotations and facade methods need. */
final class OperationViews {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final String resource;
  private final ModelIndex models;
  private final PageViews pages;
  private final BatchViews batches;
  private final WaitViews waits;
  private final RuntimeUse runtime;

  /** The resource is what the names of the operations start with, as {@code payments}. */
  OperationViews(
      String resource,
      ModelIndex models,
      PageViews pages,
      BatchViews batches,
      WaitViews waits,
      RuntimeUse runtime) {
    this.resource = resource;
    this.models = models;
    this.pages = pages;
    this.batches = batches;
    this.waits = waits;
    this.runtime = runtime;
  }

  /** Adds a view to an operation. */
  void describe(CodegenOperation operation) {
    operation.operationId = IdentifierConflicts.method(operation.operationId);
    String path = RetrofitPath.relative(operation);
    OperationInputs inputs = OperationInputs.of(operation, models);
    operation.vendorExtensions.put("view", view(inputs, path));
  }

  private OperationView view(OperationInputs inputs, String path) {
    CodegenOperation operation = inputs.operation();
    Map<String, Object> extensions = operation.vendorExtensions;
    String method = method(operation);
    FacadeArguments arguments = new FacadeArguments(inputs);
    List<RetrofitParameter> parameters = new RetrofitParameters(inputs, models).all();
    List<String> values = parameters.stream().map(each -> each.value().expression()).toList();
    String result = PayloadKind.result(operation);
    Optional<List<SecurityView>> security = OperationSecurity.of(operation);
    boolean streamed = result.equals(PayloadKind.BYTES_RESULT);
    noteUse(inputs.payload(), parameters, streamed);
    return new OperationView(
        method,
        resource + "." + method,
        text(extensions.get("x-finfusion-family")),
        streamed ? null : (Integer) extensions.get("x-finfusion-ttl"),
        READS.contains(operation.httpMethod.toUpperCase(Locale.ROOT)),
        Boolean.TRUE.equals(extensions.get("x-finfusion-idempotency")),
        operation.hasAuthMethods && !security.equals(Optional.of(List.of())),
        security.orElse(List.of()),
        RetrofitPath.annotation(operation.httpMethod, path, inputs.payload()),
        headers(inputs, result),
        inputs.payload() == PayloadKind.FORM,
        inputs.payload() == PayloadKind.PARTS,
        result,
        !result.equals(PayloadKind.NO_RESULT),
        streamed,
        streamed ? "Download" : result,
        arguments.ofPath(),
        arguments.all(),
        parameters.stream().map(RetrofitParameter::view).toList(),
        values,
        inputs.query().map(ModelIndex.ParameterModel::type).orElse(null),
        pages.of(operation, values),
        batches.of(operation, method),
        waits.of(operation));
  }

  private static List<String> headers(OperationInputs inputs, String result) {
    return MediaTypes.of(inputs.operation())
        .headers(inputs.payload() == PayloadKind.JSON, !result.equals(PayloadKind.NO_RESULT));
  }

  /** The facade's method, as {@code create}. */
  static String method(CodegenOperation operation) {
    Object name =
        operation.vendorExtensions.getOrDefault(MethodNames.METHOD, operation.operationId);
    return IdentifierConflicts.method(name.toString());
  }

  private void noteUse(PayloadKind payload, List<RetrofitParameter> parameters, boolean streamed) {
    if (parameters.stream().anyMatch(each -> each.value().converted())) {
      runtime.add(Feature.PARAMETERS);
    }
    if (payload.isOkHttp() || streamed) {
      runtime.add(Feature.OKHTTP_BODY);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
