package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.auth.ApiKeysHandler;
import cloud.finfusion.sandbox.internal.auth.TokenHandler;
import cloud.finfusion.sandbox.internal.files.FileStore;
import cloud.finfusion.sandbox.internal.money.MoneyHandlers;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import cloud.finfusion.sandbox.internal.webhooks.WebhookSecrets;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses the handler of an operation: operations that move money, create credentials or secrets,
 * or encrypt data have handlers of their own, the others follow conventions.
 */
public final class OperationHandlers {
  private final ConventionHandlers conventions;

  /** By operationId, because a user's specification may lack the names of the SDK. */
  private final Map<String, OperationHandler> special = new HashMap<>();

  public OperationHandlers(
      SandboxContext context,
      Events events,
      FileStore files,
      MoneyHandlers money,
      ApiKeysHandler apiKeys,
      TokenHandler tokens,
      WebhookSecrets webhookSecrets) {
    this.conventions = new ConventionHandlers(context, events, files, tokens);
    special.put("createApiKey", apiKeys::create);
    special.put("rotateApiKey", apiKeys::rotate);
    addMoney(money);
    addEncryption(context.factory());
    addWebhookEndpoints(
        new WebhookEndpointsHandler(
            conventions.create,
            conventions.change,
            events.types(),
            webhookSecrets,
            context.clock()));
  }

  public OperationHandler of(Operation operation) {
    return special.getOrDefault(operation.id(), conventions.of(operation));
  }

  private void addMoney(MoneyHandlers money) {
    special.put("createPayment", money.payments()::create);
    special.put("capturePayment", money.payments()::capture);
    special.put("cancelPayment", money.payments()::cancel);
    special.put("refundPayment", money.refunds()::refund);
    special.put("createAccount", money.transfers()::openAccount);
    special.put("createTransfer", money.transfers()::transfer);
  }

  private void addEncryption(ResourceFactory factory) {
    EncryptionHandler encryption = new EncryptionHandler(factory);
    special.put("encryptData", encryption::encrypt);
    special.put("decryptData", encryption::decrypt);
  }

  private void addWebhookEndpoints(WebhookEndpointsHandler endpoints) {
    special.put("createWebhookEndpoint", endpoints::create);
    special.put("updateWebhookEndpoint", endpoints::update);
    special.put("rotateWebhookSecret", endpoints::rotate);
  }
}
