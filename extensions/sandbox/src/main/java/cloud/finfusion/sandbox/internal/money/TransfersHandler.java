package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.time.Schedule;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * Transfers money between accounts, at once or in a time on the clock, during which the transfer is
 * pending and its money on no account. No operation pays into an account, so that each account
 * opens with a balance of a million minor units. Insufficient funds leave a failed transfer.
 */
public final class TransfersHandler {
  private static final long OPENING_BALANCE = 1_000_000;
  private static final String ACCOUNT = "account";
  private static final String BALANCE = "balance";

  private final Store store;
  private final ResourceFactory factory;
  private final Schedule schedule;
  private final Events events;
  private final MoneyLog log;
  private final Duration time;

  TransfersHandler(SandboxContext context, Events events, MoneyLog log, Duration time) {
    this.store = context.store();
    this.factory = context.factory();
    this.schedule = context.schedule();
    this.events = events;
    this.log = log;
    this.time = time;
  }

  public ApiResponse openAccount(Operation operation, ApiRequest request) {
    ObjectNode fields = RequestFields.of(request);
    fields.set(BALANCE, new Money(OPENING_BALANCE, fields.path("currency").asText()).toJson());
    ObjectNode account = factory.create(operation.responseSchema(), fields);
    store.add(operation.family(), account, request.idempotencyKey());
    events.publish(operation, account);
    return ApiResponse.json(operation.successStatus(), account);
  }

  public ApiResponse transfer(Operation operation, ApiRequest request) {
    ObjectNode fields = RequestFields.of(request);
    Money amount = Money.requested(fields);
    ObjectNode source = account(fields, "source_account_id", amount);
    ObjectNode destination = account(fields, "destination_account_id", amount);
    if (source.equals(destination)) {
      throw invalid("destination_account_id", "must be another account than the source");
    }
    boolean covered = balance(source).value() >= amount.value();
    fields.put("status", covered ? "pending" : "failed");
    ObjectNode transfer = factory.create(operation.responseSchema(), fields);
    store.add(operation.family(), transfer, request.idempotencyKey());
    if (!covered) {
      events.publish(operation.family(), "failed", transfer);
      throw new ApiError(402, ErrorCode.PAY002, ErrorCode.PAY002.message, List.of());
    }
    store.replace(ACCOUNT, withBalance(source, balance(source).minus(amount)));
    MoneyMovement movement = MoneyMovement.of(operation, request.idempotencyKey(), transfer);
    settleInTime(operation.family(), movement);
    return ApiResponse.json(
        operation.successStatus(), store.require(operation.family(), movement.resourceId()));
  }

  private void settleInTime(String family, MoneyMovement movement) {
    if (time.isZero()) {
      settle(family, movement);
    } else {
      schedule.after(time, () -> settle(family, movement));
    }
  }

  private void settle(String family, MoneyMovement movement) {
    ObjectNode transfer = store.require(family, movement.resourceId()).put("status", "succeeded");
    ObjectNode destination =
        store.require(ACCOUNT, transfer.path("destination_account_id").asText());
    store.replace(ACCOUNT, withBalance(destination, balance(destination).plus(movement.amount())));
    store.replace(family, transfer);
    events.publish(family, "succeeded", transfer);
    log.transferred(movement);
  }

  private ObjectNode account(JsonNode fields, String field, Money amount) {
    ObjectNode account =
        store
            .find(ACCOUNT, fields.path(field).asText())
            .filter(found -> found.path("status").asText().equals("open"))
            .orElseThrow(() -> invalid(field, "is no open account"));
    balance(account).requireCurrency(amount.currency());
    return account;
  }

  private static Money balance(ObjectNode account) {
    return Money.of(account.path(BALANCE));
  }

  private static ObjectNode withBalance(ObjectNode account, Money balance) {
    return account.set(BALANCE, balance.toJson());
  }

  private static ApiError invalid(String field, String message) {
    return ApiError.invalidBody(List.of(new FieldError(field, message)));
  }
}
