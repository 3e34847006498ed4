package cloud.finfusion;

import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import cloud.finfusion.resource.AsyncTokens;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a client for its own tokens; connected as soon as there is a client. */
final class TokenEndpoint implements Function<TokenCreateParams, CompletableFuture<Token>> {
  private volatile @Nullable AsyncTokens tokens;

  void connect(AsyncTokens facade) {
    this.tokens = facade;
  }

  @Override
  public CompletableFuture<Token> apply(TokenCreateParams params) {
    return Objects.requireNonNull(tokens, "not connected").create(params);
  }
}
