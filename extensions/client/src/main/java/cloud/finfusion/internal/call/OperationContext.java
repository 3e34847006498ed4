package cloud.finfusion.internal.call;

import cloud.finfusion.runtime.Operation;

/**
 * What the specification says of an operation, read once from its annotation.
 *
 * @param name as {@code payments.create}
 * @param family the resource it concerns, as {@code payment}; empty if none
 * @param ttl for how many seconds a response may be kept; 0 for not at all
 * @param read whether it only reads
 * @param idempotent whether it takes an idempotency key
 * @param signed whether it is sent with a credential
 * @param changesExisting whether it changes a resource that its path names, so that one that is not
 *     there proves that nothing was done; not so for a create or a delete
 */
public record OperationContext(
    String name,
    String family,
    int ttl,
    boolean read,
    boolean idempotent,
    boolean signed,
    boolean changesExisting) {
  /** The operation of a Retrofit method. */
  public static OperationContext of(Operation annotation, boolean changesExisting) {
    return new OperationContext(
        annotation.name(),
        annotation.family(),
        annotation.ttl(),
        annotation.read(),
        annotation.idempotent(),
        annotation.signed(),
        changesExisting);
  }
}
