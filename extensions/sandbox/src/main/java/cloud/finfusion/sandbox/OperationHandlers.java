package cloud.finfusion.sandbox;

import java.util.Map;
import java.util.Set;

/**
 * Chooses an operation's behaviour: by the shape that the specification gives it, except where
 * money moves, keys are made and data is encrypted.
 */
final class OperationHandlers {
  private final OperationHandler list;
  private final OperationHandler retrieve;
  private final OperationHandler create;
  private final OperationHandler change;
  private final OperationHandler delete;
  private final OperationHandler issueToken;
  private final Set<String> tokenPaths;
  private final ParentResources parents;
  private final Map<String, OperationHandler> own;

  OperationHandlers(
      SandboxContext base,
      Events events,
      ApiKeysHandler apiKeys,
      OperationHandler issueToken,
      WebhookSecrets webhookSecrets) {
    Store store = base.store();
    ResourceFactory factory = base.factory();
    this.parents = new ParentResources(base.spec().operations(), store);
    this.list = new ListHandler(store, parents);
    this.retrieve = new RetrieveHandler(store);
    this.create = new CreateHandler(store, factory, events, parents);
    this.change = new ChangeHandler(store, factory, events);
    this.delete = new DeleteHandler(store, events);
    this.issueToken = issueToken;
    this.tokenPaths = base.spec().tokenPaths();
    var payments = new PaymentsHandler(store, factory, events, base.ledger());
    var transfers = new TransfersHandler(store, factory, events, base.ledger());
    var encryption = new EncryptionHandler(factory);
    var endpoints =
        new WebhookEndpointsHandler(create, change, events.types(), webhookSecrets, base.clock());
    this.own =
        Map.ofEntries(
            entry("createPayment", payments::create),
            entry("capturePayment", payments::capture),
            entry("cancelPayment", payments::cancel),
            entry("refundPayment", new RefundsHandler(store, factory, events, base.ledger())),
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
      String operationId, OperationHandler behaviour) {
    return Map.entry(operationId, behaviour);
  }

  OperationHandler of(Operation operation) {
    return own.getOrDefault(operation.id(), byShape(operation));
  }

  private OperationHandler byShape(Operation operation) {
    boolean onOne = operation.path().placeholders() > 0;
    return switch (operation.method()) {
      case "GET" -> operation.pagination().isPresent() ? list : onOne ? retrieve : this::missing;
      case "POST" -> parents.isSelf(operation) ? change : creating(operation);
      case "PATCH" -> onOne ? change : this::missing;
      case "DELETE" -> onOne ? delete : this::missing;
      default -> this::missing;
    };
  }

  private OperationHandler creating(Operation operation) {
    if (tokenPaths.contains(operation.path().toString())) {
      return issueToken;
    }
    return operation.hasBody() ? create : this::missing;
  }

  private ApiResponse missing(Operation operation, ApiRequest request) {
    throw new ApiError(501, "The sandbox does not know what " + operation.id() + " does.");
  }
}
