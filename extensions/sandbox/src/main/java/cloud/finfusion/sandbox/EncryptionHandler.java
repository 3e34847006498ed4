package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Encrypts nothing: base64 of the key's name and the data, which anyone can read. It only keeps the
 * promise that callers test: what was encrypted with a key is decrypted with it, and with no other.
 */
final class EncryptionHandler {
  private static final String DATA = "data";

  private final ResourceFactory factory;

  EncryptionHandler(ResourceFactory factory) {
    this.factory = factory;
  }

  ApiResponse encrypt(Operation operation, ApiRequest request) {
    ObjectNode given = RequestFields.of(request);
    byte[] bytes = (mark(given) + given.path(DATA).asText()).getBytes(StandardCharsets.UTF_8);
    given.put(DATA, Base64.getEncoder().encodeToString(bytes));
    return ApiResponse.json(
        operation.successStatus(), factory.create(operation.answerSchema(), given));
  }

  ApiResponse decrypt(Operation operation, ApiRequest request) {
    ObjectNode given = RequestFields.of(request);
    String text = decode(given.path(DATA).asText());
    if (!text.startsWith(mark(given))) {
      throw ApiError.invalidBody(
          List.of(new FieldError(DATA, "was not encrypted with this key in a sandbox")));
    }
    given.put(DATA, text.substring(mark(given).length()));
    return ApiResponse.json(
        operation.successStatus(), factory.create(operation.answerSchema(), given));
  }

  private static String mark(ObjectNode given) {
    return "not secret: " + given.path("key_id").asText() + ": ";
  }

  private static String decode(String data) {
    try {
      return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
