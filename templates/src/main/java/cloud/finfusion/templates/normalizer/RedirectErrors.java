package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.Redirects;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/**
 * Makes the default response the errors where a redirect is the only success: upstream takes a
 * default for the success if there is no other.
 */
final class RedirectErrors {
  private RedirectErrors() {}

  static void name(OpenAPI openAPI) {
    DeclaredOperation.all(openAPI)
        .map(DeclaredOperation::operation)
        .map(Operation::getResponses)
        .filter(responses -> responses != null && Redirects.onlySuccess(responses).isPresent())
        .forEach(RedirectErrors::name);
  }

  private static void name(ApiResponses responses) {
    ApiResponse errors = responses.remove(ApiResponses.DEFAULT);
    if (errors != null) {
      responses.putIfAbsent("4XX", errors);
      responses.putIfAbsent("5XX", errors);
    }
  }
}
