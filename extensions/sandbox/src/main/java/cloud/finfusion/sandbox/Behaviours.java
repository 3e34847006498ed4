package cloud.finfusion.sandbox;

import java.util.Map;
import java.util.Set;

/**
 * Chooses an operation's behaviour: by the shape that the specification gives it, except where
 * money moves, keys are made and data is encrypted.
 */
final class Behaviours {
  private final Behaviour list;
  private final Behaviour retrieve;
  private final Behaviour create;
  private final Behaviour change;
  private final Behaviour delete;
  private final Behaviour issueToken;
  private final Set<String> tokenPaths;
  private final Parents parents;
  private final Map<String, Behaviour> own;

  Behaviours(
      Foundation base,
      Events events,
      ApiKeysBehaviour apiKeys,
      Behaviour issueToken,
      WebhookSecrets webhookSecrets) {
    Store store = base.store();
    ResourceFactory factory = base.factory();
    this.parents = new Parents(base.spec().operations(), store);
    this.list = new ListBehaviour(store, parents);
    this.retrieve = new RetrieveBehaviour(store);
    this.create = new CreateBehaviour(store, factory, events, parents);
    this.change = new ChangeBehaviour(store, factory, events);
    this.delete = new DeleteBehaviour(store, events);
    this.issueToken = issueToken;
    this.tokenPaths = base.spec().tokenPaths();
    var payments = new PaymentsBehaviour(store, factory, events, base.ledger());
    var transfers = new TransfersBehaviour(store, factory, events, base.ledger());
    var encryption = new EncryptionBehaviour(factory);
    var endpoints =
        new WebhookEndpointsBehaviour(create, change, events.types(), webhookSecrets, base.clock());
    this.own =
        Map.ofEntries(
            entry("createPayment", payments::create),
            entry("capturePayment", payments::capture),
            entry("cancelPayment", payments::cancel),
            entry("refundPayment", new RefundsBehaviour(store, factory, events, base.ledger())),
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

  private static Map.Entry<String, Behaviour> entry(String operationId, Behaviour behaviour) {
    return Map.entry(operationId, behaviour);
  }

  Behaviour of(Operation operation) {
    return own.getOrDefault(operation.id(), byShape(operation));
  }

  private Behaviour byShape(Operation operation) {
    boolean onOne = operation.path().placeholders() > 0;
    return switch (operation.method()) {
      case "GET" -> operation.pagination().isPresent() ? list : onOne ? retrieve : this::missing;
      case "POST" -> parents.isSelf(operation) ? change : creating(operation);
      case "PATCH" -> onOne ? change : this::missing;
      case "DELETE" -> onOne ? delete : this::missing;
      default -> this::missing;
    };
  }

  private Behaviour creating(Operation operation) {
    if (tokenPaths.contains(operation.path().toString())) {
      return issueToken;
    }
    return operation.hasBody() ? create : this::missing;
  }

  private Answer missing(Operation operation, ApiRequest request) {
    throw new Refusal(501, "The sandbox does not know what " + operation.id() + " does.");
  }
}
