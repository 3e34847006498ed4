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
import java.util.Set;

/**
 * Transfers money between accounts, at once or in a time on the clock, during which the transfer is
 * pending and its money on no account. No operation pays into an account, so that each account
 * opens with a balance of a million minor units. Insufficient funds leave a failed transfer; so
 * does a destination that is no longer open when the transfer would succeed, and the money goes
 * back.
 */
public final class TransfersHandler {
  private static final long OPENING_BALANCE = 1_000_000;
  private static final String ACCOUNT = "account";
  private static final String BALANCE = "balance";
  private static final String TRANSFER = "transfer";
  private static final String STATUS = "status";
  private static final String PENDING = "pending";
  private static final String OPEN = "open";
  private static final String SOURCE = "source_account_id";
  private static final String DESTINATION = "destination_account_id";

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
    ObjectNode source = account(fields, SOURCE, amount);
    ObjectNode destination = account(fields, DESTINATION, amount);
    if (source.equals(destination)) {
      throw invalid(DESTINATION, "must be another account than the source");
    }
    boolean covered = balance(source).value() >= amount.value();
    fields.put(STATUS, covered ? PENDING : "failed");
    ObjectNode transfer = factory.create(operation.responseSchema(), fields);
    store.add(operation.family(), transfer, request.idempotencyKey());
    if (!covered) {
      events.publish(operation.family(), "failed", transfer);
      throw new ApiError(402, ErrorCode.PAY002, ErrorCode.PAY002.message, List.of());
    }
    store.replace(ACCOUNT, withBalance(source, balance(source).minus(amount)));
    MoneyMovement movement = MoneyMovement.of(operation, request.idempotencyKey(), transfer);
    settleInTime(movement);
    return ApiResponse.json(
        operation.successStatus(), store.require(operation.family(), movement.resourceId()));
  }

  /** Fails a transfer that is pending; a 400 when it is not. */
  public ObjectNode fail(String transferId) {
    ObjectNode transfer = store.require(TRANSFER, transferId);
    ApiError.requireStatus(transfer, Set.of(PENDING));
    end(transfer, SOURCE, "failed");
    return transfer;
  }

  /** Freezes an open account, which gets no money from then on. */
  public ObjectNode freeze(String accountId) {
    ObjectNode account = store.require(ACCOUNT, accountId);
    ApiError.requireStatus(account, Set.of(OPEN));
    store.replace(ACCOUNT, account.put(STATUS, "frozen"));
    events.publish(ACCOUNT, "updated", account);
    return account;
  }

  private void settleInTime(MoneyMovement movement) {
    if (time.isZero()) {
      settle(movement);
    } else {
      schedule.after(time, () -> settle(movement));
    }
  }

  /** Does nothing to a transfer that has failed meanwhile. */
  private void settle(MoneyMovement movement) {
    ObjectNode transfer = store.require(TRANSFER, movement.resourceId());
    if (!transfer.path(STATUS).asText().equals(PENDING)) {
      return;
    }
    if (isOpen(store.require(ACCOUNT, transfer.path(DESTINATION).asText()))) {
      end(transfer, DESTINATION, "succeeded");
      log.transferred(movement);
    } else {
      end(transfer, SOURCE, "failed");
    }
  }

  /** The money goes to one of the two accounts. */
  private void end(ObjectNode transfer, String receiver, String status) {
    ObjectNode account = store.require(ACCOUNT, transfer.path(receiver).asText());
    Money after = balance(account).plus(Money.of(transfer.path("amount")));
    store.replace(ACCOUNT, withBalance(account, after));
    store.replace(TRANSFER, transfer.put(STATUS, status));
    events.publish(TRANSFER, status, transfer);
  }

  private static boolean isOpen(JsonNode account) {
    return account.path(STATUS).asText().equals(OPEN);
  }

  private ObjectNode account(JsonNode fields, String field, Money amount) {
    ObjectNode account =
        store
            .find(ACCOUNT, fields.path(field).asText())
            .filter(TransfersHandler::isOpen)
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
