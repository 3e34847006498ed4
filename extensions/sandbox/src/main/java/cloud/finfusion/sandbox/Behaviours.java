package cloud.finfusion.sandbox;

import java.time.InstantSource;
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

  Behaviours(Spec spec, Keys keys, Ledger ledger, InstantSource clock) {
    Store store = new Store();
    ResourceFactory factory = new ResourceFactory(clock);
    Events events = new Events(spec.operations(), store, factory, clock);
    this.parents = new Parents(spec.operations(), store);
    this.list = new ListBehaviour(store, parents);
    this.retrieve = new RetrieveBehaviour(store);
    this.create = new CreateBehaviour(store, factory, events, parents);
    this.change = new ChangeBehaviour(store, factory, events);
    this.delete = new DeleteBehaviour(store, events);
    this.issueToken = new TokenBehaviour(factory, keys);
    this.tokenPaths = spec.tokenPaths();
    var payments = new PaymentsBehaviour(store, factory, events, ledger);
    var transfers = new TransfersBehaviour(store, factory, events, ledger);
    var apiKeys = new ApiKeysBehaviour(store, factory, keys, clock);
    var encryption = new EncryptionBehaviour(factory);
    this.own =
        Map.of(
            "createPayment", payments::create,
            "capturePayment", payments::capture,
            "cancelPayment", payments::cancel,
            "refundPayment", new RefundsBehaviour(store, factory, events, ledger),
            "createAccount", transfers::openAccount,
            "createTransfer", transfers::transfer,
            "createApiKey", apiKeys::create,
            "rotateApiKey", apiKeys::rotate,
            "encryptData", encryption::encrypt,
            "decryptData", encryption::decrypt);
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
