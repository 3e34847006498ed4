package cloud.finfusion.auth;

import java.util.concurrent.CompletableFuture;

/**
 * A credential whose token has to be fetched before it can sign, as an OAuth access token. A call
 * waits for the token before its attempt, within its deadline; an asynchronous call holds no thread
 * meanwhile. Thread-safe.
 */
public interface FetchedCredential extends Credential {
  /**
   * Starts to fetch the token unless there is one, and returns a future that is done when {@link
   * #token()} may be called. If fetching failed, the future is done too and {@code token()} throws
   * the reason.
   */
  CompletableFuture<?> ready();
}
