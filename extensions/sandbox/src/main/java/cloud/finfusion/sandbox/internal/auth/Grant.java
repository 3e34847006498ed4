package cloud.finfusion.sandbox.internal.auth;

import java.time.Instant;

/** The owner, lifetime and scopes of a credential. */
record Grant(String owner, Instant expiry, Scopes scopes) {
  boolean isValidAt(Instant time) {
    return time.isBefore(expiry);
  }
}
