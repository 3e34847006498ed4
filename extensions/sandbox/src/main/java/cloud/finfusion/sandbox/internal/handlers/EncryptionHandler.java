package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Encodes instead of encrypting: base64 of the key's id and the data, which anyone can read. The
 * sandbox keeps only the promise that tests rely on: data is decrypted with the key that it was
 * encrypted with, and with no other.
 */
final class EncryptionHandler {
  private static final String DATA = "data";

  private final ResourceFactory factory;

  EncryptionHandler(ResourceFactory factory) {
    this.factory = factory;
  }

  ApiResponse encrypt(Operation operation, ApiRequest request) {
    ObjectNode fields = RequestFields.of(request);
    byte[] bytes = (prefix(fields) + fields.path(DATA).asText()).getBytes(StandardCharsets.UTF_8);
    fields.put(DATA, Base64.getEncoder().encodeToString(bytes));
    return ApiResponse.json(
        operation.successStatus(), factory.create(operation.responseSchema(), fields));
  }

  ApiResponse decrypt(Operation operation, ApiRequest request) {
    ObjectNode fields = RequestFields.of(request);
    String text = decode(fields.path(DATA).asText());
    if (!text.startsWith(prefix(fields))) {
      throw ApiError.invalidBody(
          List.of(new FieldError(DATA, "was not encrypted with this key in a sandbox")));
    }
    fields.put(DATA, text.substring(prefix(fields).length()));
    return ApiResponse.json(
        operation.successStatus(), factory.create(operation.responseSchema(), fields));
  }

  private static String prefix(ObjectNode fields) {
    return "not secret: " + fields.path("key_id").asText() + ": ";
  }

  private static String decode(String data) {
    try {
      return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
