package cloud.finfusion.internal.transport;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.spi.Transport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/**
 * Fetches the client's own tokens. More tolerant than {@code tokens().create}: many servers write
 * the lifetime as a text, or send no type; only the token itself is required.
 */
public final class TokenFetch {
  private static final String NAME = "tokens.create";

  private TokenFetch() {}

  /** The operation of the specification, with a body of any content. */
  interface Api {
    @Operation(name = NAME, family = "token", signed = false)
    @FormUrlEncoded
    @POST("oauth/token")
    Call<Map<String, Object>> create(
        @Field("grant_type") String grantType,
        @Field("client_id") String clientId,
        @Field("client_secret") String clientSecret,
        @Field("scope") @Nullable String scope,
        @Field("refresh_token") @Nullable String refreshToken);
  }

  /** Fetches a token. */
  public static CompletableFuture<Token> of(Transport transport, TokenCreateParams params) {
    Call<Map<String, Object>> call =
        transport
            .api(Api.class)
            .create(
                params.grantType(),
                params.clientId(),
                params.clientSecret(),
                params.scope(),
                params.refreshToken());
    return transport.enqueue(call, CallOptions.none()).thenApply(TokenFetch::token);
  }

  private static Token token(Map<String, Object> response) {
    if (!(response.get("access_token") instanceof String accessToken)) {
      CallFacts facts = new CallFacts(NAME, Outcome.UNKNOWN, true, 1, Duration.ZERO, null);
      throw new InvalidResponseException(facts, "$.access_token", "expected a text, got none");
    }
    Token.Builder token = Token.builder().accessToken(accessToken).tokenType("Bearer");
    ifText(response.get("token_type"), token::tokenType);
    ifText(response.get("scope"), token::scope);
    ifText(response.get("refresh_token"), token::refreshToken);
    Long seconds = seconds(response.get("expires_in"));
    return (seconds == null ? token : token.expiresIn(seconds)).build();
  }

  private static void ifText(@Nullable Object value, Consumer<String> setter) {
    if (value instanceof String text) {
      setter.accept(text);
    }
  }

  /** Returns the lifetime, also if it is written as a text; null if it is not a number. */
  private static @Nullable Long seconds(@Nullable Object value) {
    String written = String.valueOf(value).strip();
    return written.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
        ? (Long) new BigDecimal(written).longValue()
        : null;
  }
}
