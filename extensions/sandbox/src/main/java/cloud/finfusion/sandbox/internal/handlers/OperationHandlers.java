package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.auth.ApiKeysHandler;
import cloud.finfusion.sandbox.internal.auth.TokenHandler;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.money.MoneyLog;
import cloud.finfusion.sandbox.internal.money.PaymentsHandler;
import cloud.finfusion.sandbox.internal.money.RefundsHandler;
import cloud.finfusion.sandbox.internal.money.TransfersHandler;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import cloud.finfusion.sandbox.internal.webhooks.WebhookSecrets;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the handler of an operation: by its method and path in the specification, except for
 * operations that move money, create credentials or encrypt data, which have handlers of their own.
 */
public final class OperationHandlers {
  private final OperationHandler list;
  private final OperationHandler retrieve;
  private final OperationHandler create;
  private final OperationHandler change;
  private final OperationHandler delete;
  private final OperationHandler issueToken;
  private final Set<String> tokenPaths;
  private final ParentResources parentResources;
  private final Map<String, OperationHandler> special;

  public OperationHandlers(
      SandboxContext context,
      Events events,
      MoneyLog log,
      ApiKeysHandler apiKeys,
      TokenHandler tokens,
      WebhookSecrets webhookSecrets) {
    Store store = context.store();
    ResourceFactory factory = context.factory();
    this.parentResources = new ParentResources(context.spec().operations(), store);
    this.list = new ListHandler(store, parentResources);
    this.retrieve = new RetrieveHandler(store);
    this.create = new CreateHandler(store, factory, events, parentResources);
    this.change = new ChangeHandler(store, factory, events);
    this.delete = new DeleteHandler(store, events);
    this.issueToken = tokens::issue;
    this.tokenPaths = context.spec().tokenPaths();
    var payments = new PaymentsHandler(store, factory, events, log);
    var refunds = new RefundsHandler(store, factory, events, log);
    var transfers = new TransfersHandler(store, factory, events, log);
    var encryption = new EncryptionHandler(factory);
    var endpoints =
        new WebhookEndpointsHandler(
            create, change, events.types(), webhookSecrets, context.clock());
    this.special =
        Map.ofEntries(
            entry("createPayment", payments::create),
            entry("capturePayment", payments::capture),
            entry("cancelPayment", payments::cancel),
            entry("refundPayment", refunds::refund),
            entry("createAccount", transfers::openAccount),
            entry("createTransfer", transfers::transfer),
            entry("createApiKey", apiKeys::create),
            entry("rotateApiKey", apiKeys::rotate),
            entry("createWebhookEndpoint", endpoints::create),
            entry("updateWebhookEndpoint", endpoints::update),
            entry("rotateWebhookSecret", endpoints::rotate),
            entry("encryptData", encryption::encrypt),
            entry("decryptData", encryption::decrypt));
  }

  private static Map.Entry<String, OperationHandler> entry(
      String operationId, OperationHandler handler) {
    return Map.entry(operationId, handler);
  }

  public OperationHandler of(Operation operation) {
    return special.getOrDefault(operation.id(), byShape(operation));
  }

  private OperationHandler byShape(Operation operation) {
    boolean namesResource = operation.path().placeholders() > 0;
    return switch (operation.method()) {
      case "GET" ->
          operation.pagination().isPresent()
              ? list
              : namesResource ? retrieve : this::notImplemented;
      case "POST" -> parentResources.namesOwnFamily(operation) ? change : creating(operation);
      case "PATCH" -> namesResource ? change : this::notImplemented;
      case "DELETE" -> namesResource ? delete : this::notImplemented;
      default -> this::notImplemented;
    };
  }

  private OperationHandler creating(Operation operation) {
    if (tokenPaths.contains(operation.path().toString())) {
      return issueToken;
    }
    return operation.hasBody() ? create : this::notImplemented;
  }

  private ApiResponse notImplemented(Operation operation, ApiRequest request) {
    throw new ApiError(501, "The sandbox does not implement " + operation.name() + ".");
  }
}
