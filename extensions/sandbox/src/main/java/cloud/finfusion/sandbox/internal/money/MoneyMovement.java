package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.spec.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Money that an operation moved.
 *
 * @param operation the operation's name
 * @param resourceId the payment, refund or transfer
 * @param idempotencyKey the key of the request, or of the item in a batch
 */
public record MoneyMovement(
    String operation, String resourceId, Money amount, @Nullable String idempotencyKey) {
  static MoneyMovement of(Operation operation, @Nullable String key, JsonNode resource) {
    return new MoneyMovement(
        operation.name(), resource.path("id").asText(), Money.of(resource.path("amount")), key);
  }
}
