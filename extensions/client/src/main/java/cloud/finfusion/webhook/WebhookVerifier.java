package cloud.finfusion.webhook;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.error.WebhookReplayedException;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.model.Event;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.webhook.ReplayGuard.Claim;
import cloud.finfusion.webhook.SignatureScheme.Signer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies webhooks and reads their events. Pass the body as received, byte for byte: a body that
 * was parsed and written again, or decoded to text and back, has another signature. Immutable and
 * thread-safe; make one and share it.
 */
public final class WebhookVerifier {
  static {
    Access.register(
        WebhookVerifier.class,
        verifier ->
            (BiFunction<Consumer<Event>, Consumer<String>, WebhookVerifier>) verifier::notifying);
  }

  private static final String GENUINE = "genuine";

  private final transient SignatureScheme scheme;
  private final transient List<Signer> signers; // transient: no secret where fields are printed
  private final int maxBodyBytes;
  private final @Nullable TimestampTolerance tolerance;
  private final transient @Nullable ReplayGuard replayGuard;
  private final transient Consumer<Event> genuine;
  private final transient Consumer<String> verified;

  WebhookVerifier(
      SignatureScheme scheme,
      List<Signer> signers,
      int maxBodyBytes,
      @Nullable TimestampTolerance tolerance,
      @Nullable ReplayGuard replayGuard,
      Consumer<Event> genuine,
      Consumer<String> verified) {
    this.scheme = scheme;
    this.signers = signers;
    this.maxBodyBytes = maxBodyBytes;
    this.tolerance = tolerance;
    this.replayGuard = replayGuard;
    this.genuine = genuine;
    this.verified = verified;
  }

  /** Returns a new builder with the defaults. */
  public static WebhookVerifierBuilder builder() {
    return new WebhookVerifierBuilder();
  }

  /**
   * Returns a verifier with the same settings that notifies one listener of each genuine event and
   * another of each verdict.
   */
  private WebhookVerifier notifying(Consumer<Event> ofEvent, Consumer<String> ofVerdict) {
    return new WebhookVerifier(
        scheme, signers, maxBodyBytes, tolerance, replayGuard, ofEvent, ofVerdict);
  }

  /**
   * Returns whether a webhook is genuine: signed by one of the secrets, in time, not too large.
   * Malformed headers give false. Repeated events are not detected. If a scheme or a clock of yours
   * throws, the call throws a {@link ConfigurationException} that does not show the message.
   *
   * @param payload the body as received
   * @param signature the header {@code x-finfusion-signature}; null if it is missing
   * @param timestamp the header {@code x-finfusion-timestamp}; null if it is missing
   */
  public boolean verifySignature(
      byte[] payload, @Nullable String signature, @Nullable String timestamp) {
    InvalidArgumentException.unlessPresent("payload", payload);
    try {
      return notified(
          () -> {
            requireGenuine(payload, new WebhookHeaders(signature, timestamp));
            return true;
          });
    } catch (WebhookPayloadException | WebhookSignatureException refused) {
      return false;
    }
  }

  /**
   * Returns the event of a genuine webhook. A type that this version does not know is an {@link
   * Event.Unknown}.
   *
   * @param rawBody the body as received
   * @param signature the header {@code x-finfusion-signature}; null if it is missing
   * @param timestamp the header {@code x-finfusion-timestamp}; null if it is missing, which is
   *     accepted only {@link WebhookVerifierBuilder#withoutTimestamp()}. Do not pass the secret
   *     here, as the vendor's older sample does
   * @throws WebhookSignatureException if the webhook is not genuine; checked before the body is
   *     parsed
   * @throws WebhookPayloadException if the body is too large, or genuine but not an event
   * @throws WebhookReplayedException if the event was received before and there is a {@link
   *     WebhookVerifierBuilder#replayGuard}
   */
  public Event constructEvent(
      byte[] rawBody, @Nullable String signature, @Nullable String timestamp) {
    InvalidArgumentException.unlessPresent("rawBody", rawBody);
    return notified(() -> once(read(rawBody, new WebhookHeaders(signature, timestamp))));
  }

  /**
   * Returns the event of a genuine webhook, as {@link #constructEvent(byte[], String, String)} with
   * its two headers, whose names are case-insensitive.
   *
   * @param headers all headers; null for none
   */
  public Event constructEvent(byte[] rawBody, @Nullable Map<String, List<String>> headers) {
    WebhookHeaders found = WebhookHeaders.of(headers);
    return constructEvent(rawBody, found.signature(), found.timestamp());
  }

  /** Returns the event of a genuine webhook, also if the event was received before. */
  Event genuine(byte[] rawBody, WebhookHeaders headers) {
    InvalidArgumentException.unlessPresent("rawBody", rawBody);
    return notified(() -> read(rawBody, headers));
  }

  private <T> T notified(Supplier<T> verification) {
    String verdict = GENUINE;
    try {
      return verification.get();
    } catch (Throwable refused) {
      verdict = refused.getClass().getSimpleName();
      throw refused;
    } finally {
      verified.accept(verdict);
    }
  }

  private Event read(byte[] body, WebhookHeaders headers) {
    requireGenuine(body, headers);
    Event event = EventReader.read(body);
    genuine.accept(event);
    return event;
  }

  private Event once(Event event) {
    if (replayGuard != null) {
      Claim claim = replayGuard.claim(event.id());
      if (claim != Claim.CLAIMED) {
        throw new WebhookReplayedException(event.id(), claim == Claim.HANDLED);
      }
      Guard.accept("a replay guard", replayGuard::handled, event.id());
    }
    return event;
  }

  private void requireGenuine(byte[] body, WebhookHeaders headers) {
    if (body.length > maxBodyBytes) {
      throw new WebhookPayloadException(
          "expected a body of at most "
              + maxBodyBytes
              + " bytes, got a larger one. Raise maxBodyBytes if FinFusion sends such.");
    }
    VerificationFailure failure = failure(body, headers.signature(), headers.timestamp());
    if (failure != null) {
      throw new WebhookSignatureException(failure.sentence());
    }
  }

  /** The size limit, for code that reads bodies. */
  int maxBodyBytes() {
    return maxBodyBytes;
  }

  @Nullable ReplayGuard replayGuard() {
    return replayGuard;
  }

  /** Schemes and clocks are foreign code, whose exceptions may hold the secret. */
  private @Nullable VerificationFailure failure(
      byte[] body, @Nullable String signature, @Nullable String timestamp) {
    try {
      return unguarded(body, signature, timestamp);
    } catch (Throwable thrown) {
      throw new ConfigurationException(
          "webhook verifier",
          "its scheme or clock threw " + Guard.describe(thrown) + ". Correct it.");
    }
  }

  private @Nullable VerificationFailure unguarded(
      byte[] body, @Nullable String signature, @Nullable String timestamp) {
    if (signature == null) {
      return VerificationFailure.NO_SIGNATURE;
    }
    if (tolerance == null) {
      return signatureFailure(body, signature, null);
    }
    if (timestamp == null) {
      return VerificationFailure.NO_TIMESTAMP;
    }
    String time = WebhookHeaders.trimmed(timestamp);
    VerificationFailure late = tolerance.failure(time);
    return late == null ? signatureFailure(body, signature, time) : late;
  }

  private @Nullable VerificationFailure signatureFailure(
      byte[] body, String signature, @Nullable String timestamp) {
    List<byte[]> claimed = scheme.signatures(WebhookHeaders.trimmed(signature));
    if (claimed.isEmpty()) {
      return VerificationFailure.MALFORMED_SIGNATURE;
    }
    if (claimed.size() > 1 && signers.size() == 1) {
      return VerificationFailure.SEVERAL_SIGNATURES;
    }
    boolean genuine = false;
    for (Signer signer : signers) {
      byte[] expected = signer.sign(body, timestamp);
      for (byte[] each : claimed) {
        genuine |=
            MessageDigest.isEqual(expected, each); // compares in constant time, and all signatures
      }
    }
    return genuine ? null : VerificationFailure.FORGED;
  }

  /** Shows the settings, never a secret. */
  @Override
  public String toString() {
    String time =
        tolerance == null ? "without timestamp" : "tolerance=" + tolerance.seconds() + " s";
    return "WebhookVerifier{" + signers.size() + " secrets, " + time + "}";
  }
}
