package cloud.finfusion.internal.call;

import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.ErrorResponse;
import cloud.finfusion.internal.loop.OutcomeRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error of one item of a batch, by the rules for the response to a call with an idempotency
 * key. Batches stand in a 200, so the status is the item's own or that of its code.
 */
public final class ItemError {
  private static final int REFUSED = 400;
  private static final int IN_PROGRESS = 409;

  /**
   * The documented codes that are not a 400. The vendor documents a status for each type of error
   * and none for a single code; those of AUTH003, VAL003 and API002 are inferred from their names,
   * those of PAY001 and PAY002 are assumed as the codes are.
   */
  private static final Map<String, Integer> STATUS_OF_CODE =
      Map.of(
          "AUTH001", 401, "AUTH002", 401, "AUTH003", 403, "VAL003", 404, "RATE001", 429, "RATE002",
          429, "API001", 500, "API002", 503, "PAY001", 402, "PAY002", 402);

  private final ErrorResponse response;

  private ItemError(ErrorResponse response) {
    this.response = response;
  }

  /**
   * Reads an error.
   *
   * @param status the item's status; null if the response does not say
   * @param json the error as JSON
   */
  public static ItemError of(@Nullable Integer status, String json) {
    ErrorResponse read = ErrorResponseParser.ofItem(REFUSED, json);
    int known =
        status == null ? STATUS_OF_CODE.getOrDefault(String.valueOf(read.code()), REFUSED) : status;
    return new ItemError(ErrorResponseParser.ofItem(known, json));
  }

  /** Returns the status. */
  public int status() {
    return response.status();
  }

  /** Returns whether the error says that trying again is of no use, whatever its status. */
  public boolean isFinal() {
    return response.status() == IN_PROGRESS && isStateConflict();
  }

  /** Returns whether the item may have been done although it has this error. */
  public boolean mayBeDone() {
    return !isFinal() && OutcomeRules.mayBeDone(response.status(), true, false);
  }

  /** Returns whether the error proves that the item was not done earlier under the same key. */
  public boolean provesNotDone() {
    return OutcomeRules.provesNotDone(response.status(), false, response.code() != null);
  }

  private boolean isStateConflict() {
    return ErrorResponseParser.isStateConflict(response.code(), response.message());
  }

  /** Returns the exception that a call for the item alone would throw. */
  public ApiException exception(CallFacts facts) {
    return StatusErrors.of(true, facts, response);
  }
}
