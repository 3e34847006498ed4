package cloud.finfusion.sandbox.testing;

import cloud.finfusion.sandbox.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An HTTP client of a sandbox. */
public final class Caller {
  public static final String CARD_PAYMENT = payment(1000, "4242424242424242");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Sandbox sandbox;

  public Caller(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  public static String payment(long amount, String cardNumber) {
    return """
        {"amount": {"value": %d, "currency": "USD"},
         "payment_method": {"type": "card",
           "card": {"number": "%s", "exp_month": 12, "exp_year": 2034, "cvc": "%s"}},
         "metadata": {"order_id": "order_123"}}"""
        .formatted(amount, cardNumber, cardNumber.startsWith("3") ? "1234" : "123");
  }

  public HttpResponse<String> get(String path) {
    return conforming(request(path));
  }

  public HttpResponse<String> post(String path, String json) {
    return conforming(posting(path, json));
  }

  public HttpResponse<String> post(String path, String json, String idempotencyKey) {
    return conforming(posting(path, json).header("Idempotency-Key", idempotencyKey));
  }

  public HttpResponse<String> send(String method, String path, String json) {
    return conforming(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  /** An action without a body. */
  public HttpResponse<String> act(String path) {
    return conforming(request(path).POST(BodyPublishers.noBody()));
  }

  /** Creates a resource, which must succeed. */
  public JsonNode create(String path, String json) {
    HttpResponse<String> response = post(path, json);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.body());
    }
    return json(response);
  }

  /** The values of a field in the items of a list. */
  public List<String> list(String path, String field) {
    List<String> values = new ArrayList<>();
    json(get(path)).path("data").forEach(item -> values.add(item.path(field).asText()));
    return values;
  }

  public CompletableFuture<HttpResponse<String>> postAsync(String path, String json, String key) {
    return HTTP.sendAsync(
        posting(path, json).header("Idempotency-Key", key).build(), BodyHandlers.ofString());
  }

  public HttpRequest.Builder posting(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  public HttpRequest.Builder request(String path) {
    return anonymous(path).header("Authorization", "Bearer " + sandbox.apiKey());
  }

  public HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(sandbox.baseUri().resolve(path));
  }

  /** An access token for some client. */
  public String token() {
    HttpResponse<String> response =
        send(tokenRequest("grant_type=client_credentials&client_id=a&client_secret=b"));
    return json(response).path("access_token").asText();
  }

  public HttpRequest.Builder tokenRequest(String form) {
    return anonymous("/oauth/token")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  /** What no fault has touched is as the specification says. */
  private HttpResponse<String> conforming(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request);
    if (sandbox.faults().injected() == 0) {
      Conformance.check(response);
    }
    return response;
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String code(HttpResponse<String> response) {
    return json(response).at("/error/code").asText();
  }
}
