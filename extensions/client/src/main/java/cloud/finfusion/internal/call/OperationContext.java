package cloud.finfusion.internal.call;

import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.metrics.RequestTarget;
import cloud.finfusion.runtime.Operation;
import java.util.List;
import java.util.Set;

/**
 * What the specification says of an operation, read once from its annotation, and what signs it.
 *
 * @param name the operation's name, as {@code payments.create}
 * @param family the resource that it concerns, as {@code payment}; empty if none
 * @param ttl for how many seconds a response may be cached; 0 for not at all
 * @param read whether the operation only reads
 * @param idempotent whether the operation takes an idempotency key
 * @param signer signs the attempts
 * @param changesExisting whether the operation changes a resource that its path names, so that a
 *     404 proves that nothing was done; not so for a create or a delete
 * @param target where the requests go
 * @param sensitiveFields the fields that hold secrets, beside those that FinFusion's own
 *     specification marks
 * @param streamed whether the body of a success is read by its caller, off the wire
 */
public record OperationContext(
    String name,
    String family,
    int ttl,
    boolean read,
    boolean idempotent,
    Signer signer,
    boolean changesExisting,
    RequestTarget target,
    Set<String> sensitiveFields,
    boolean streamed) {
  /** Returns the operation of a Retrofit method. */
  public static OperationContext of(
      Operation annotation,
      Signer signer,
      boolean changesExisting,
      RequestTarget target,
      boolean streamed) {
    return new OperationContext(
        annotation.name(),
        annotation.family(),
        annotation.ttl(),
        annotation.read(),
        annotation.idempotent(),
        signer,
        changesExisting,
        target,
        Set.copyOf(List.of(annotation.sensitiveFields())),
        streamed);
  }

  /** Returns whether the operation is sent with a credential. */
  public boolean signed() {
    return signer.signs();
  }
}
