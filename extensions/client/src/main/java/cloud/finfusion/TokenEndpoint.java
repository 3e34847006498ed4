package cloud.finfusion;

import cloud.finfusion.internal.transport.TokenFetch;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import cloud.finfusion.spi.Transport;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a client's access tokens through the client itself, which is connected once it is built.
 */
final class TokenEndpoint implements Function<TokenCreateParams, CompletableFuture<Token>> {
  private volatile @Nullable Transport transport;

  void connect(Transport made) {
    this.transport = made;
  }

  @Override
  public CompletableFuture<Token> apply(TokenCreateParams params) {
    return TokenFetch.of(Objects.requireNonNull(transport, "not connected"), params);
  }
}
