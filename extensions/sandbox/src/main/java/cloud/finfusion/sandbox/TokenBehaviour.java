package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Issues an access token for any client; names and meaning are those of RFC 6749. */
final class TokenBehaviour implements Behaviour {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final ResourceFactory factory;
  private final Keys keys;

  TokenBehaviour(ResourceFactory factory, Keys keys) {
    this.factory = factory;
    this.keys = keys;
  }

  @Override
  public Answer answer(Operation operation, ApiRequest request) {
    Schema schema = operation.answerSchema();
    ObjectNode given = RequestFields.of(request);
    ObjectNode token = factory.withSecrets(schema, factory.create(schema, given));
    if (schema.properties().containsKey("expires_in")) {
      token.put("expires_in", LIFETIME.toSeconds());
    }
    String client = given.path("client_id").asText();
    keys.issue(token.path("access_token").asText(), client, LIFETIME);
    return Answer.json(operation.successStatus(), token);
  }
}
