package cloud.finfusion.internal.call;

import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.ConflictException;
import cloud.finfusion.error.ErrorResponse;
import cloud.finfusion.error.IdempotencyConflictException;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.error.PermissionException;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.error.ValidationException;

/** The typed error of each status. */
final class StatusErrors {
  private StatusErrors() {}

  static ApiException of(boolean keyed, CallFacts facts, ErrorResponse response) {
    return switch (response.status()) {
      case 400 -> new ValidationException(facts, response);
      case 401 -> new AuthenticationException(facts, response);
      case 402 -> new PaymentDeclinedException(facts, response);
      case 403 -> new PermissionException(facts, response);
      case 404 -> new NotFoundException(facts, response);
      case 409 -> new ConflictException(facts, response);
      case 422 -> // details name wrong fields, and a reused key has none
          !keyed || !response.details().isEmpty()
              ? new ValidationException(facts, response)
              : new IdempotencyConflictException(facts, response);
      case 429 -> new RateLimitException(facts, response);
      default ->
          response.status() >= 500
              ? new ServerException(facts, response)
              : new ApiException(facts, response, advice(response.status()));
    };
  }

  private static String advice(int status) {
    if (status < 400) {
      return "redirects are not followed, they could carry the key elsewhere. Check the base URL.";
    }
    return status == 407
        ? "the server asks for a login as a proxy would. Check the base URL and the proxy."
        : "the request cannot be served as it is. Check it against the documentation.";
  }
}
