package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Issues an access token and its refresh token; names and meaning are those of RFC 6749. */
final class TokenHandler implements OperationHandler {
  private static final String REFRESH_TOKEN = "refresh_token";
  private static final String SCOPE = "scope";

  private final ResourceFactory factory;
  private final Credentials keys;
  private final OAuthClients clients;
  private final Duration lifetime;
  private final RefreshTokens refreshTokens = new RefreshTokens();

  TokenHandler(ResourceFactory factory, Credentials keys, OAuthClients clients, Duration lifetime) {
    this.factory = factory;
    this.keys = keys;
    this.clients = clients;
    this.lifetime = lifetime;
  }

  @Override
  public ApiResponse answer(Operation operation, ApiRequest request) {
    ObjectNode given = RequestFields.of(request);
    String client = given.path("client_id").asText();
    Scopes allowed = clients.authenticate(client, given.path("client_secret").asText());
    Scopes granted = granted(given, client, allowed);
    ObjectNode token = token(operation.answerSchema(), granted);
    keys.issue(token.path("access_token").asText(), client, lifetime, granted);
    if (token.has(REFRESH_TOKEN)) {
      refreshTokens.issue(token.path(REFRESH_TOKEN).asText(), client, granted);
    }
    return ApiResponse.json(operation.successStatus(), token);
  }

  private Scopes granted(JsonNode given, String client, Scopes allowed) {
    String asked = given.path(SCOPE).asText();
    return switch (given.path("grant_type").asText()) {
      case "client_credentials" -> allowed.narrowedTo(asked);
      case REFRESH_TOKEN -> refreshTokens.use(given.path(REFRESH_TOKEN).asText(), client, asked);
      default ->
          throw ApiError.invalidBody(
              List.of(new FieldError("grant_type", "must be client_credentials or refresh_token")));
    };
  }

  private ObjectNode token(Schema schema, Scopes granted) {
    ObjectNode given = Json.object().put("expires_in", lifetime.toSeconds());
    if (!granted.equals(Scopes.ALL)) {
      given.put(SCOPE, granted.toString());
    }
    return factory.withSecrets(schema, factory.create(schema, given));
  }
}
