package cloud.finfusion.examples;

import static cloud.finfusion.examples.RecipeSandbox.SANDBOX;
import static cloud.finfusion.examples.RecipeSandbox.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ValidationException;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.ApiKey;
import cloud.finfusion.model.ApiKeyCreateParams;
import cloud.finfusion.model.ApiKeyRotateParams;
import cloud.finfusion.model.ApiKeyType;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.DecryptParams;
import cloud.finfusion.model.DecryptedData;
import cloud.finfusion.model.EncryptParams;
import cloud.finfusion.model.EncryptedData;
import cloud.finfusion.model.EncryptionAlgorithm;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.model.PaymentToken;
import cloud.finfusion.model.PaymentTokenizeParams;
import cloud.finfusion.model.RiskAction;
import cloud.finfusion.model.RiskAssessParams;
import cloud.finfusion.model.RiskAssessment;
import cloud.finfusion.model.RiskCustomer;
import cloud.finfusion.model.RiskRule;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import cloud.finfusion.model.TokenType;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The Java of docs/from-the-documentation.md, run against the sandbox. */
class JavaScriptTwinsRecipesTest {
  @AutoClose private final FinFusion client = RecipeSandbox.client();
  private final PaymentCreateParams params = RecipeSandbox.payment();
  private final List<String> done = new ArrayList<>();

  private final String key = RecipeSandbox.SANDBOX.apiKey();

  @Test
  void clientWithAKey() {
    FinFusion client = FinFusion.fromEnv(); // FINFUSION_API_KEY and FINFUSION_ENV

    client.close();
  }

  @Test
  void clientInCode() {
    FinFusion client =
        new FinFusion.Builder()
            .apiKey(key)
            .environment(Environment.SANDBOX)
            .timeout(Duration.ofSeconds(30))
            .retries(3)
            .build();

    client.close();
  }

  @Test
  void clientWithOAuth() {
    FinFusion client =
        FinFusion.builder()
            .oauth(
                OAuthOptions.builder()
                    .clientId("your_client_id")
                    .clientSecret("your_client_secret")
                    .scopes("payments", "accounts")
                    .build())
            .environment(Environment.PRODUCTION)
            .build(); // tokens are fetched when needed, and again before they end

    client.close();
  }

  @Test
  void clientWithATokenOfItsOwn() {
    String authToken = "token_1";
    String refreshToken = "token_2";

    FinFusion client =
        FinFusion.builder()
            .oauth(
                OAuthOptions.builder()
                    .clientId("your_client_id")
                    .clientSecret("your_client_secret")
                    .accessToken(authToken)
                    .refreshToken(refreshToken)
                    .onTokenRefresh(refreshed -> keep(refreshed.accessToken()))
                    .build())
            .environment(Environment.PRODUCTION)
            .build();

    client.close();
  }

  @Test
  void token() {
    Token token =
        client
            .tokens()
            .create(
                TokenCreateParams.builder()
                    .grantType("client_credentials")
                    .clientId("recipes")
                    .clientSecret("secret")
                    .scope("payments customers")
                    .build());

    assertThat(token.accessToken()).isNotBlank();
  }

  @Test
  void retries() {
    FinFusion client =
        FinFusion.builder()
            .fromEnv()
            .retry(
                RetryOptions.builder()
                    .maxRetries(3)
                    .initialDelay(Duration.ofSeconds(1))
                    .maxDelay(Duration.ofSeconds(5))
                    .backoffFactor(2)
                    .retryableStatuses(408, 429, 500, 502, 503, 504)
                    .build()) // these are the defaults
            .build();

    client.close();
  }

  @Test
  void errors() {
    try {
      client.payments().create(params);
    } catch (ValidationException e) {
      log("Validation error: " + e.details());
    } catch (RateLimitException e) {
      log("Rate limit exceeded, retry after " + e.retryAfter());
    } catch (AuthenticationException e) {
      log("Authentication failed: " + e.getMessage());
    }

    assertThat(done).isEmpty();
    Amount.ofMinor(100, "USD"); // a negative one is refused before anything is sent
  }

  @Test
  void tokenize() {
    String customerId = RecipeSandbox.customer(client).id();

    PaymentToken token =
        client
            .payments()
            .tokenize(
                PaymentTokenizeParams.builder()
                    .card(
                        CardParams.builder()
                            .number("4111111111111111")
                            .expMonth(12)
                            .expYear(2034)
                            .cvc("123")
                            .build())
                    .tokenType(TokenType.NETWORK_TOKEN)
                    .customerId(customerId)
                    .build());

    assertThat(token.id()).isNotBlank();
  }

  @Test
  void webhooks() {
    Payment payment = client.payments().create(params);
    byte[] rawBody =
        ("{\"id\":\"evt_3\",\"type\":\"payment.succeeded\",\"created\":1,\"data\":{\"object\":"
                + payment.toJson()
                + "}}")
            .getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    String timestamp = Long.toString(now);
    String signature = Webhooks.sign(rawBody, now, WEBHOOK_SECRET);

    boolean valid = client.webhooks().verifySignature(rawBody, signature, timestamp);

    Event event = client.webhooks().constructEvent(rawBody, signature, timestamp); // or it throws
    if (event instanceof PaymentSucceeded paid) {
      ship(paid.data().object());
    }

    assertThat(valid).isTrue();
    assertThat(done).containsExactly(payment.id());
  }

  @Test
  void rotateAKey() {
    ApiKey key =
        client
            .apiKeys()
            .create(ApiKeyCreateParams.builder().name("a").type(ApiKeyType.DEVELOPMENT).build());
    String keyId = key.id();

    ApiKey next =
        client
            .apiKeys()
            .rotate(
                keyId,
                ApiKeyRotateParams.builder()
                    .gracePeriod("48h")
                    .notifyEmails(List.of("ops@example.com"))
                    .build());
    ApiKey verified = client.apiKeys().verify(next.id());

    assertThat(verified.id()).isEqualTo(next.id());
  }

  @Test
  void risk() {
    RiskAssessment risk =
        client
            .risk()
            .assess(
                RiskAssessParams.builder()
                    .transactionId("tx_123")
                    .amount(1000L)
                    .currency("USD")
                    .customerIp("192.168.1.1")
                    .deviceFingerprint("df_abc123")
                    .customer(
                        RiskCustomer.builder()
                            .id("cust_456")
                            .email("user@example.com")
                            .accountAge(90)
                            .build())
                    .customRules(
                        List.of(
                            RiskRule.builder()
                                .name("high_amount")
                                .condition("amount > 500")
                                .action(RiskAction.REVIEW)
                                .build()))
                    .build());

    assertThat(risk.id()).isNotBlank();
  }

  @Test
  void encrypt() {
    EncryptedData encrypted =
        client
            .encryption()
            .encrypt(
                EncryptParams.builder()
                    .data("a secret")
                    .keyId("key_123")
                    .algorithm(EncryptionAlgorithm.AES_256_GCM)
                    .build());
    DecryptedData decrypted =
        client
            .encryption()
            .decrypt(DecryptParams.builder().data(encrypted.data()).keyId("key_123").build());

    assertThat(decrypted.data()).isEqualTo("a secret");
  }

  @Test
  void rateLimiter() {
    RateLimiter limiter =
        RateLimiter.builder()
            .maxRequests(100)
            .perMinutes(1)
            .burst(150)
            .onLimitReached(event -> log("limit reached, next in " + event.retryAfter()))
            .build(); // RateLimiter.standard(); and highVolume() is 1000 and 1500
    FinFusion client = FinFusion.builder().fromEnv().rateLimiter(limiter).build();

    client.payments().create(params);
    assertThat(limiter.remaining()).isLessThan(150);
    client.close();
  }

  @Test
  void batch() {
    List<CustomerBatchItem> list =
        List.of(CustomerBatchItem.builder().email("a@b.example").name("Ada").build());

    BatchResult<Customer> result =
        client
            .customers()
            .createBatch(list, BatchOptions.builder().batchSize(100).continueOnError(true).build());

    assertThat(result.succeeded()).hasSize(1);
  }

  @Test
  void cache() {
    FinFusion client =
        FinFusion.builder()
            .fromEnv()
            .cache(
                CacheOptions.builder()
                    .ttl(Duration.ofHours(1))
                    .maxSize(1000)
                    .invalidateOn("customer.*", "payment.*")
                    .onInvalidate(key -> log("invalidated " + key))
                    .build())
            .build();

    assertThat(SANDBOX.baseUri()).isNotNull();
    client.close();
  }

  private void keep(String token) {
    done.add(token);
  }

  private void ship(Payment payment) {
    done.add(payment.id());
  }

  private void log(@Nullable String text) {
    done.add(String.valueOf(text));
  }
}
