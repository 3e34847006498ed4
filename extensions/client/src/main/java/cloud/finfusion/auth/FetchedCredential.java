package cloud.finfusion.auth;

import java.util.concurrent.CompletableFuture;

/**
 * A credential that has to be fetched before it can sign, as an access token. A call waits for it
 * before its attempt, within its deadline, and holds no thread if it is asynchronous. Thread-safe.
 */
public interface FetchedCredential extends Credential {
  /**
   * Returns a future that is done when {@link #token()} can answer, and starts to fetch what is
   * missing; one that is done already if nothing is. If fetching failed, {@code token()} throws the
   * reason.
   */
  CompletableFuture<?> ready();
}
