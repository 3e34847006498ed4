package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Transfers money between accounts at once. No operation pays into an account, so that each account
 * opens with a balance of a million minor units. Insufficient funds leave a failed transfer.
 */
public final class TransfersHandler {
  private static final long OPENING_BALANCE = 1_000_000;
  private static final String ACCOUNT = "account";
  private static final String BALANCE = "balance";

  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final MoneyLog log;

  public TransfersHandler(Store store, ResourceFactory factory, Events events, MoneyLog log) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.log = log;
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
    boolean covered = Money.of(source.path(BALANCE)).value() >= amount.value();
    fields.put("status", covered ? "succeeded" : "failed");
    ObjectNode transfer = factory.create(operation.responseSchema(), fields);
    store.add(operation.family(), transfer, request.idempotencyKey());
    events.publish(operation.family(), fields.path("status").asText(), transfer);
    if (!covered) {
      throw new ApiError(402, ErrorCode.PAY002, ErrorCode.PAY002.message, List.of());
    }
    move(source, destination, amount);
    log.transferred(MoneyMovement.of(operation, request, transfer));
    return ApiResponse.json(operation.successStatus(), transfer);
  }

  private ObjectNode account(JsonNode fields, String field, Money amount) {
    ObjectNode account =
        store
            .find(ACCOUNT, fields.path(field).asText())
            .filter(found -> found.path("status").asText().equals("open"))
            .orElseThrow(() -> invalid(field, "is no open account"));
    Money.of(account.path(BALANCE)).requireCurrency(amount.currency());
    return account;
  }

  private void move(ObjectNode source, ObjectNode destination, Money amount) {
    source.set(BALANCE, Money.of(source.path(BALANCE)).minus(amount).toJson());
    destination.set(BALANCE, Money.of(destination.path(BALANCE)).plus(amount).toJson());
    store.replace(ACCOUNT, source);
    store.replace(ACCOUNT, destination);
  }

  private static ApiError invalid(String field, String message) {
    return ApiError.invalidBody(List.of(new FieldError(field, message)));
  }
}
