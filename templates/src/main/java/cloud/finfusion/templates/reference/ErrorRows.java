package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.ReferenceView.ErrorRow;
import java.util.List;

/** The documented error responses of an operation, and what the client throws for each. */
public record ErrorRows(SpecOperation spec, OperationView view) {
  /** A write that may have been done; its cause is the error of the status. */
  private static final String UNKNOWN = "OutcomeUnknownException";

  List<ErrorRow> all() {
    return spec.responses().entrySet().stream()
        .filter(each -> !each.getKey().startsWith("2"))
        .map(
            each ->
                new ErrorRow(
                    each.getKey().equals("default") ? "any other" : each.getKey(),
                    exception(each.getKey()),
                    Markdown.cell(each.getValue().getDescription())))
        .toList();
  }

  /** The exception of a status. */
  public String exception(String status) {
    return switch (status) {
      case "400" -> "ValidationException";
      case "401" -> "AuthenticationException";
      case "402" -> "PaymentDeclinedException";
      case "403" -> "PermissionException";
      case "404" -> "NotFoundException";
      case "408" -> view.reads() ? "ApiException" : UNKNOWN;
      case "409" -> view.idempotent() ? UNKNOWN : "ConflictException";
      case "422" -> view.idempotent() ? "IdempotencyConflictException" : "ValidationException";
      case "429" -> "RateLimitException";
      case "default" -> failure() + "` from 500, else `ApiException";
      default -> status.startsWith("5") ? failure() : "ApiException";
    };
  }

  private String failure() {
    return view.reads() ? "ServerException" : UNKNOWN;
  }
}
