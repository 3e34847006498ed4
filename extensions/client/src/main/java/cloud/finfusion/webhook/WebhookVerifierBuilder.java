package cloud.finfusion.webhook;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.webhook.SignatureScheme.Signer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link WebhookVerifier}; {@link #build()} checks them. Not
 * thread-safe.
 */
public final class WebhookVerifierBuilder {
  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final int MOST_BYTES = 64 << 20;

  private transient List<String> secrets = List.of(); // no secret where fields are printed
  private Duration tolerance = Duration.ofMinutes(5);
  private boolean withoutTimestamp;
  private int maxBodyBytes = 1 << 20;
  private transient SignatureScheme scheme = SignatureScheme.hmacSha256();
  private InstantSource clock = InstantSource.system();
  private transient @Nullable ReplayGuard replayGuard;

  WebhookVerifierBuilder() {}

  /**
   * The secrets of your endpoint, {@code whsec_…}, exactly as shown to you. Required: one secret,
   * or both while a new one replaces an old one. With several secrets each of them may sign, a
   * header may hold several signatures, and each secret costs an HMAC for each webhook.
   *
   * @throws ConfigurationException if a secret is null or blank, or holds white space or a control
   *     character; the message does not show it
   */
  public WebhookVerifierBuilder secrets(String... whsec) {
    InvalidArgumentException.unlessPresent("secrets", whsec);
    for (String each : whsec) {
      check(each);
    }
    this.secrets = Arrays.stream(whsec).toList();
    return this;
  }

  /**
   * How far the timestamp may be from now, in both directions, the bound included; counted in whole
   * seconds, 0 to one day. Zero accepts only the current second; it does not switch the check off.
   * Default 300 s, a decision of this SDK: the vendor says that signatures expire, not when.
   */
  public WebhookVerifierBuilder tolerance(Duration limit) {
    this.tolerance = limit;
    return this;
  }

  /**
   * Verifies the body alone, as in the vendor's older sample {@code constructEvent(body, signature,
   * secret)}, which has no timestamp; the header is then neither required nor signed. Use it only
   * if your endpoint receives no timestamps: anyone who intercepts a webhook can send it again for
   * ever, so add a {@link #replayGuard}. Default: a webhook without a timestamp is refused.
   */
  public WebhookVerifierBuilder withoutTimestamp() {
    this.withoutTimestamp = true;
    return this;
  }

  /**
   * How large a body may be; 1 to 64 MiB. Larger bodies are refused before they are hashed. Default
   * 1 MiB, a decision of this SDK.
   */
  public WebhookVerifierBuilder maxBodyBytes(int bytes) {
    this.maxBodyBytes = bytes;
    return this;
  }

  /**
   * Refuses repeated events. An event that {@code constructEvent} returned counts as handled; if
   * your code then fails and the sender is to repeat the event, call {@link ReplayGuard#release}. A
   * {@link WebhookHandler} does that by itself. Default: none, {@code constructEvent} returns an
   * event as often as it is delivered.
   */
  public WebhookVerifierBuilder replayGuard(ReplayGuard guard) {
    this.replayGuard = guard;
    return this;
  }

  /** The signature scheme. Default {@link SignatureScheme#hmacSha256()}, which is an assumption. */
  public WebhookVerifierBuilder scheme(SignatureScheme other) {
    this.scheme = other;
    return this;
  }

  /** The clock, for tests that control time. Default: the system's clock. */
  public WebhookVerifierBuilder clock(InstantSource source) {
    this.clock = source;
    return this;
  }

  /**
   * Returns the verifier.
   *
   * @throws ConfigurationException if there is no secret, or the scheme throws
   * @throws InvalidArgumentException naming the option that is out of bounds
   */
  public WebhookVerifier build() {
    if (secrets.isEmpty()) {
      throw new ConfigurationException(
          "webhook secrets",
          "expected at least one, got none. Give the endpoint's whsec_… secret.");
    }
    InvalidArgumentException.unlessPresent("tolerance", tolerance);
    InvalidArgumentException.unlessPresent("scheme", scheme);
    InvalidArgumentException.unlessPresent("clock", clock);
    if (tolerance.isNegative() || tolerance.compareTo(ONE_DAY) > 0) {
      throw new InvalidArgumentException(
          "tolerance", "expected zero to one day, got " + tolerance + ". Give seconds or minutes");
    }
    Checks.within("maxBodyBytes", maxBodyBytes, 1, MOST_BYTES);
    return new WebhookVerifier(
        scheme,
        secrets.stream().map(this::signer).toList(),
        maxBodyBytes,
        withoutTimestamp ? null : new TimestampTolerance(tolerance.toSeconds(), clock),
        replayGuard,
        event -> {},
        verdict -> {});
  }

  /** An exception of the scheme may hold the secret, so its message is not shown. */
  private Signer signer(String secret) {
    try {
      return Objects.requireNonNull(scheme.signer(secret));
    } catch (Throwable thrown) {
      throw new ConfigurationException(
          "webhook scheme", "it threw " + Guard.describe(thrown) + " for a secret. Correct it.");
    }
  }

  static void check(@Nullable String secret) {
    if (secret == null || secret.isBlank()) { // null: a variable that is not set
      throw new ConfigurationException(
          "webhook secret", "expected a secret, got none. Give the endpoint's whsec_… secret.");
    }
    if (secret.chars().anyMatch(WebhookVerifierBuilder::isWhiteSpaceOrControl)) {
      throw new ConfigurationException(
          "webhook secret",
          "expected no white space and no control character, got one, perhaps a line break at the"
              + " end. Trim the secret.");
    }
  }

  private static boolean isWhiteSpaceOrControl(int character) {
    return Character.isWhitespace(character) || Character.isISOControl(character);
  }
}
