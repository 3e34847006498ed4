package cloud.finfusion.internal.call;

import cloud.finfusion.metrics.RequestTarget;
import cloud.finfusion.runtime.Operation;

/**
 * What the specification says of an operation, read once from its annotation.
 *
 * @param name the operation's name, as {@code payments.create}
 * @param family the resource that it concerns, as {@code payment}; empty if none
 * @param ttl for how many seconds a response may be cached; 0 for not at all
 * @param read whether the operation only reads
 * @param idempotent whether the operation takes an idempotency key
 * @param signed whether the operation is sent with a credential
 * @param changesExisting whether the operation changes a resource that its path names, so that a
 *     404 proves that nothing was done; not so for a create or a delete
 * @param target where the requests go
 */
public record OperationContext(
    String name,
    String family,
    int ttl,
    boolean read,
    boolean idempotent,
    boolean signed,
    boolean changesExisting,
    RequestTarget target) {
  /** Returns the operation of a Retrofit method. */
  public static OperationContext of(
      Operation annotation, boolean changesExisting, RequestTarget target) {
    return new OperationContext(
        annotation.name(),
        annotation.family(),
        annotation.ttl(),
        annotation.read(),
        annotation.idempotent(),
        annotation.signed(),
        changesExisting,
        target);
  }
}
