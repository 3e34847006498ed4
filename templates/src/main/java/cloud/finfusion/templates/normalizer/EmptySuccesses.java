package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Leaves out the successes without a body that come before the first with one: a method has the
 * result of the first success, which would be none.
 */
public final class EmptySuccesses {
  private static final String LEFT_OUT = "x-empty-successes";

  private final OpenAPI openAPI;

  EmptySuccesses(OpenAPI openAPI) {
    this.openAPI = openAPI;
  }

  void leaveOut() {
    DeclaredOperation.all(openAPI)
        .filter(each -> each.method() != HttpMethod.HEAD)
        .map(DeclaredOperation::operation)
        .filter(operation -> operation.getResponses() != null)
        .forEach(this::leaveOut);
  }

  private void leaveOut(Operation operation) {
    ApiResponses responses = operation.getResponses();
    List<String> successes =
        responses.keySet().stream().filter(code -> code.startsWith("2")).sorted().toList();
    List<String> empty =
        successes.stream().takeWhile(code -> isEmpty(responses.get(code))).toList();
    if (!empty.isEmpty() && empty.size() < successes.size()) {
      operation.addExtension(LEFT_OUT, String.join(", ", empty));
      empty.forEach(responses::remove);
    }
  }

  private boolean isEmpty(@Nullable ApiResponse response) {
    ApiResponse known = ModelUtils.getReferencedApiResponse(openAPI, response);
    return known == null || known.getContent() == null || known.getContent().isEmpty();
  }

  /** Says which were left out, a line for each operation. */
  public static void note(OpenAPI openAPI, Consumer<String> notices) {
    DeclaredOperation.all(openAPI)
        .filter(each -> each.operation().getExtensions() != null)
        .filter(each -> each.operation().getExtensions().containsKey(LEFT_OUT))
        .forEach(
            each ->
                notices.accept(
                    "%s: its result is that of the first success with a body; one without, as %s, is unreadable"
                        .formatted(each.name(), each.operation().getExtensions().get(LEFT_OUT))));
  }
}
