package cloud.finfusion.sandbox;

import java.util.Set;

/** Chooses an operation's behaviour by the shape that the specification gives it. */
final class Behaviours {
  private final Behaviour list;
  private final Behaviour retrieve;
  private final Behaviour create;
  private final Behaviour issueToken;
  private final Behaviour pay;
  private final Set<String> tokenPaths;

  Behaviours(
      Set<String> tokenPaths, Store store, ResourceFactory factory, Keys keys, Ledger ledger) {
    this.list = new ListBehaviour(store);
    this.retrieve = new RetrieveBehaviour(store);
    this.create = new CreateBehaviour(store, factory);
    this.issueToken = new TokenBehaviour(factory, keys);
    this.pay = new PaymentsBehaviour(store, factory, ledger);
    this.tokenPaths = tokenPaths;
  }

  Behaviour of(Operation operation) {
    boolean onOne = operation.path().placeholders() > 0;
    return switch (operation.method()) {
      case "GET" -> operation.pagination().isPresent() ? list : onOne ? retrieve : this::missing;
      case "POST" -> onOne || !operation.hasBody() ? this::missing : creating(operation);
      default -> this::missing;
    };
  }

  private Behaviour creating(Operation operation) {
    if (tokenPaths.contains(operation.path().toString())) {
      return issueToken;
    }
    return PaymentsBehaviour.isMeant(operation) ? pay : create;
  }

  private Answer missing(Operation operation, ApiRequest request) {
    throw new Refusal(501, "The sandbox does not know what " + operation.id() + " does.");
  }
}
