package cloud.finfusion.call;

/**
 * Whether writes carry an {@code Idempotency-Key}. The vendor does not document the header: confirm
 * it with FinFusion before going live, or turn it off.
 */
public enum Idempotency {
  /** The server is assumed to honour the header, so writes that take a key are repeated safely. */
  ASSUMED,
  /** The header is never sent; a write whose outcome is unknown is never sent again. */
  OFF
}
