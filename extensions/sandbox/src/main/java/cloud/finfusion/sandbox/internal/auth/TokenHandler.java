package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Schema;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Issues access and refresh tokens, with the names and semantics of RFC 6749. */
public final class TokenHandler {
  private static final String REFRESH_TOKEN = "refresh_token";
  private static final String SCOPE = "scope";

  private final ResourceFactory factory;
  private final Credentials credentials;
  private final OAuthClients clients;
  private final Duration lifetime;
  private final RefreshTokens refreshTokens = new RefreshTokens();

  public TokenHandler(
      ResourceFactory factory, Credentials credentials, OAuthClients clients, Duration lifetime) {
    this.factory = factory;
    this.credentials = credentials;
    this.clients = clients;
    this.lifetime = lifetime;
  }

  public ApiResponse issue(Operation operation, ApiRequest request) {
    ObjectNode fields = RequestFields.of(request);
    String client = fields.path("client_id").asText();
    Scopes allowed = clients.authenticate(client, fields.path("client_secret").asText());
    Scopes granted = grantedScopes(fields, client, allowed);
    ObjectNode token = token(operation.responseSchema(), granted);
    credentials.addToken(token.path("access_token").asText(), client, lifetime, granted);
    if (token.has(REFRESH_TOKEN)) {
      refreshTokens.add(token.path(REFRESH_TOKEN).asText(), client, granted);
    }
    return ApiResponse.json(operation.successStatus(), token);
  }

  private Scopes grantedScopes(JsonNode fields, String client, Scopes allowed) {
    String requested = fields.path(SCOPE).asText();
    return switch (fields.path("grant_type").asText()) {
      case "client_credentials" -> allowed.narrowedTo(requested);
      case REFRESH_TOKEN ->
          refreshTokens.use(fields.path(REFRESH_TOKEN).asText(), client, requested);
      default ->
          throw ApiError.invalidBody(
              List.of(new FieldError("grant_type", "must be client_credentials or refresh_token")));
    };
  }

  private ObjectNode token(Schema schema, Scopes granted) {
    ObjectNode fields = Json.object().put("expires_in", lifetime.toSeconds());
    if (!granted.equals(Scopes.ALL)) {
      fields.put(SCOPE, granted.toString());
    }
    return factory.withSecrets(schema, factory.create(schema, fields));
  }
}
