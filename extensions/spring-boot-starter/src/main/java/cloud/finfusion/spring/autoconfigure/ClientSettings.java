package cloud.finfusion.spring.autoconfigure;

import static cloud.finfusion.spring.autoconfigure.Placeholders.resolved;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.KeySource;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.spring.autoconfigure.ClientProperties.CacheProperties;
import cloud.finfusion.spring.autoconfigure.ClientProperties.CircuitBreakerProperties;
import cloud.finfusion.spring.autoconfigure.ClientProperties.OAuthProperties;
import cloud.finfusion.spring.autoconfigure.ClientProperties.RetryProperties;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Sets what the properties of a client say; what they do not say stays the builder's default. */
final class ClientSettings {
  private final ClientProperties properties;

  ClientSettings(ClientProperties properties) {
    this.properties = properties;
  }

  void applyTo(FinFusion.Builder builder) {
    credential(builder);
    set(properties.keyCreatedAt(), builder::keyCreatedAt);
    set(text(properties.env()), env -> builder.environment(Environment.of(env)));
    set(properties.baseUrl(), builder::baseUrl);
    set(properties.timeout(), builder::timeout);
    set(properties.deadline(), builder::deadline);
    set(properties.connectTimeout(), builder::connectTimeout);
    set(properties.maxConcurrent(), builder::maxConcurrent);
    set(properties.maxResponseSize(), size -> builder.maxResponseBytes(size.toBytes()));
    set(properties.idempotency(), builder::idempotency);
    set(properties.logContext(), builder::logContext);
    set(properties.retry(), retry -> builder.retry(options(retry)));
    set(properties.circuitBreaker(), circuit -> addCircuitBreaker(circuit, builder));
    set(properties.cache(), cache -> addCache(cache, builder));
  }

  /** A blank value counts as not set: a variable may be there and hold nothing. */
  private void credential(FinFusion.Builder builder) {
    OAuthProperties oauth = properties.oauth();
    if (oauth != null && StringUtils.hasText(oauth.clientId())) {
      builder.oauth(options(oauth));
    }
    if (StringUtils.hasText(properties.apiKey())) {
      builder.apiKey(resolved("apiKey", properties.apiKey()));
    } else if (StringUtils.hasText(properties.apiKeyFile())) {
      builder.credential(Credential.apiKey(KeySource.file(path(properties.apiKeyFile()))));
    }
  }

  private static @Nullable String text(@Nullable String value) {
    return StringUtils.hasText(value) ? value : null;
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException unusable) { // its message quotes the text
      throw new ConfigurationException(
          "apiKeyFile", "expected a file's path, got another text. Correct it.");
    }
  }

  private static OAuthOptions options(OAuthProperties oauth) {
    OAuthOptions.Builder options = OAuthOptions.builder();
    set(oauth.clientId(), options::clientId);
    set(
        oauth.clientSecret(),
        secret -> options.clientSecret(resolved("OAuthOptions.clientSecret", secret)));
    set(oauth.scopes(), scopes -> options.scopes(scopes.toArray(String[]::new)));
    return options.build();
  }

  private static RetryOptions options(RetryProperties retry) {
    RetryOptions.Builder options = RetryOptions.builder();
    set(retry.maxRetries(), options::maxRetries);
    set(retry.initialDelay(), options::initialDelay);
    set(retry.maxDelay(), options::maxDelay);
    set(retry.backoffFactor(), options::backoffFactor);
    set(retry.retryableStatuses(), statuses -> options.retryableStatuses(array(statuses)));
    return options.build();
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void addCircuitBreaker(
      CircuitBreakerProperties circuit, FinFusion.Builder builder) {
    if (circuit.isWanted()) {
      CircuitBreakerOptions.Builder options = CircuitBreakerOptions.builder();
      set(circuit.failures(), options::failures);
      set(circuit.openFor(), options::openFor);
      builder.circuitBreaker(options.build());
    }
  }

  private static void addCache(CacheProperties cache, FinFusion.Builder builder) {
    if (cache.isWanted()) {
      CacheOptions.Builder options = CacheOptions.builder();
      set(cache.ttl(), options::ttl);
      set(cache.maxSize(), options::maxSize);
      set(cache.invalidateOn(), patterns -> options.invalidateOn(patterns.toArray(String[]::new)));
      builder.cache(options.build());
    }
  }

  /** Sets an option if its property is there. */
  static <T> void set(@Nullable T value, Consumer<? super T> option) {
    if (value != null) {
      option.accept(value);
    }
  }
}
