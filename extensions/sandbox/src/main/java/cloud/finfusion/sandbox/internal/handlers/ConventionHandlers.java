package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.auth.TokenHandler;
import cloud.finfusion.sandbox.internal.files.FileStore;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import java.util.Set;

/** Chooses the handler of an operation by its method and path in the specification. */
final class ConventionHandlers {
  final OperationHandler create;
  final OperationHandler change;
  private final OperationHandler list;
  private final OperationHandler retrieve;
  private final OperationHandler delete;
  private final OperationHandler file;
  private final OperationHandler issueToken;
  private final Set<String> tokenPaths;
  private final ParentResources parentResources;

  ConventionHandlers(SandboxContext context, Events events, FileStore files, TokenHandler tokens) {
    Store store = context.store();
    ResourceFactory factory = context.factory();
    this.parentResources = new ParentResources(context.spec().operations(), store);
    this.list = new ListHandler(store, parentResources);
    this.retrieve = new RetrieveHandler(store);
    this.create = new CreateHandler(store, factory, events, files, parentResources);
    this.change = new ChangeHandler(store, factory, events, files);
    this.delete = new DeleteHandler(store, events, files);
    this.file = new FileHandler(store, files);
    this.issueToken = tokens::issue;
    this.tokenPaths = context.spec().tokenPaths();
  }

  OperationHandler of(Operation operation) {
    if (operation.returnsFile()) {
      return file;
    }
    boolean namesResource = operation.path().placeholders() > 0;
    return switch (operation.method()) {
      case "GET" ->
          operation.pagination().isPresent()
              ? list
              : namesResource ? retrieve : this::notImplemented;
      case "POST" -> parentResources.namesOwnFamily(operation) ? change : creating(operation);
      case "PUT" -> namesResource && operation.takesFile() ? change : this::notImplemented;
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
