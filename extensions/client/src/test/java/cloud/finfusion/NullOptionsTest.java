package cloud.finfusion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.KeySource;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.file.Parts;
import cloud.finfusion.file.Upload;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookHttpHandler;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.WebhookVerifierBuilder;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A null where an option needs a value is refused by the option's name, in every builder. */
@SuppressWarnings("NullAway")
class NullOptionsTest {
  private static FinFusion.Builder client() {
    return FinFusion.builder().apiKey(Samples.KEY);
  }

  private static OAuthOptions.Builder oauth() {
    return OAuthOptions.builder().clientId("a").clientSecret("b");
  }

  private static WebhookVerifierBuilder verifier() {
    return WebhookVerifier.builder().secrets("whsec_1");
  }

  @Test
  void ofUploads() {
    Upload upload = Upload.ofBytes(new byte[1]);
    refused(
        Map.of(
            "contentType", () -> upload.withContentType(null),
            "fileName", () -> upload.withFileName(null),
            "onProgress", () -> upload.onProgress(null),
            "page", () -> Parts.files("page", Collections.singletonList(null), "image/png"),
            "tag", () -> Parts.values("tag", Collections.singletonList(null), null)));
    for (ThrowingCallable source :
        List.<ThrowingCallable>of(
            () -> Upload.ofFile(null),
            () -> Upload.ofBytes(null),
            () -> Upload.ofStream(null, -1),
            () -> Upload.ofStreams(null, -1))) {
      refused(Map.of("upload", source));
    }
  }

  @Test
  @DisplayName("F null options of the client, of retries, tokens and the cache are named")
  void ofCalls() {
    refused(
        Map.ofEntries(
            Map.entry("baseUrl", () -> client().baseUrl(null).build()),
            Map.entry("retry", () -> client().retry(null).build()),
            Map.entry("idempotency", () -> client().idempotency(null).build()),
            Map.entry("listener", () -> client().listener(null).build()),
            Map.entry("timeout", () -> client().timeout(null).build()),
            Map.entry("withOptions", () -> client().build().withOptions(null)),
            Map.entry("rateLimiter", () -> client().build().withOptions(o -> o.rateLimiter(null))),
            Map.entry("ping", () -> client().build().ping(null)),
            Map.entry("deadline", () -> client().deadline(null).build()),
            Map.entry("connectTimeout", () -> client().connectTimeout(null).build()),
            Map.entry("initialDelay", () -> RetryOptions.builder().initialDelay(null).build()),
            Map.entry("maxDelay", () -> RetryOptions.builder().maxDelay(null).build()),
            Map.entry(
                "retryableStatuses",
                () -> RetryOptions.builder().retryableStatuses((int[]) null).build()),
            Map.entry("openFor", () -> CircuitBreakerOptions.builder().openFor(null).build()),
            Map.entry("refreshBefore", () -> oauth().refreshBefore(null).build()),
            Map.entry("scopes", () -> oauth().scopes((String[]) null).build()),
            Map.entry("OAuthOptions.scopes", () -> oauth().scopes("a", null).build()),
            Map.entry("onTokenRefresh", () -> oauth().onTokenRefresh(null).build()),
            Map.entry("clientSecret", () -> oauth().clientSecret(null).build()),
            Map.entry("ttl", () -> CacheOptions.builder().ttl(null).build()),
            Map.entry("onInvalidate", () -> CacheOptions.builder().onInvalidate(null).build()),
            Map.entry("sharedInvalidation", () -> CacheOptions.builder().sharedInvalidation(null)),
            Map.entry("maxWait", () -> RateLimiter.builder().maxWait(null).build()),
            Map.entry("clock", () -> RateLimiter.builder().clock(null).build())));
    refused(
        Map.of("invalidateOn", () -> CacheOptions.builder().invalidateOn((String) null).build()));
    refused(
        Map.of("invalidateOn", () -> CacheOptions.builder().invalidateOn((String[]) null).build()));
  }

  @Test
  @DisplayName("F null options of connections, keys and webhooks are named")
  void ofTheRest() {
    Path file = Path.of("none");
    refused(
        Map.ofEntries(
            Map.entry("network.proxy", () -> NetworkOptions.builder().proxy(null, 1)),
            Map.entry("network.proxyLogin", () -> NetworkOptions.builder().proxyLogin("a", null)),
            Map.entry("network.trust", () -> NetworkOptions.builder().trustedPem(null)),
            Map.entry(
                "network.clientCertificate",
                () -> NetworkOptions.builder().clientCertificate(file, null)),
            Map.entry("network.pin", () -> NetworkOptions.builder().pin("a.example", "x", null)),
            Map.entry("environmentVariable", () -> KeySource.environmentVariable(null)),
            Map.entry("systemProperty", () -> KeySource.systemProperty(null)),
            Map.entry("file", () -> KeySource.file(null)),
            Map.entry("firstOf", () -> KeySource.firstOf(KeySource.file(file), null)),
            Map.entry("apiKey", () -> Credential.apiKey((KeySource) null)),
            Map.entry("secrets", () -> WebhookVerifier.builder().secrets((String[]) null)),
            Map.entry("tolerance", () -> verifier().tolerance(null).build()),
            Map.entry("scheme", () -> verifier().scheme(null).build()),
            Map.entry("clock", () -> verifier().clock(null).build()),
            Map.entry("verifier", () -> WebhookHandler.builder(null)),
            Map.entry(
                "handler", () -> WebhookHandler.builder(verifier().build()).onOther(null).build()),
            Map.entry("type", () -> WebhookHandler.builder(verifier().build()).on(null, e -> {})),
            Map.entry("time", () -> ReplayGuard.inMemory(1, null)),
            Map.entry("bodyTimeout", () -> new WebhookHttpHandler(handler(), null))));
    refused(Map.of("handler", () -> new WebhookHttpHandler(null)));
    refused(Map.of("network.trust", () -> NetworkOptions.builder().trustStore((KeyStore) null)));
  }

  private static WebhookHandler handler() {
    return WebhookHandler.builder(verifier().build()).build();
  }

  private static void refused(Map<String, ThrowingCallable> calls) {
    calls.forEach(
        (option, call) ->
            assertThatThrownBy(call)
                .as(option)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(option));
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "-0.0001, 5", "1.0001, 0", "NaN, 0", "0.5, -1", "0.5, 1001"})
  @DisplayName("F a retry budget out of bounds is refused")
  void budget(double ratio, int reserve) {
    assertThatThrownBy(() -> RetryOptions.builder().budget(ratio, reserve).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("RetryOptions.budget: expected a r");
  }
}
