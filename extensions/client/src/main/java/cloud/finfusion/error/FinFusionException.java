package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that the SDK throws when a call fails. The message is one line of at
 * most 2 KiB that says the operation, what came, what it means and what to do; it holds neither a
 * secret nor a body.
 */
public abstract class FinFusionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Each message is one line of at most 2 KiB, its parts included. */
  private static final int LONGEST_MESSAGE = 2048;

  private static final int LONGEST_SENTENCE = 1536;
  private static final int LONGEST_OPERATION = 256;

  private final CallFacts facts;
  private final String sentence;

  FinFusionException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(message(facts, sentence), cause);
    this.facts = facts;
    this.sentence = SafeText.line(sentence, LONGEST_SENTENCE);
  }

  private static String message(CallFacts facts, String sentence) {
    return SafeText.line(
        SafeText.line(facts.operation(), LONGEST_OPERATION)
            + ": "
            + SafeText.line(sentence, LONGEST_SENTENCE)
            + facts.trailer(),
        LONGEST_MESSAGE);
  }

  /** Returns the facts of the call in one value. */
  public CallFacts facts() {
    return facts;
  }

  /** The message without the operation and the trailer: what came, what it means, what to do. */
  String sentence() {
    return sentence;
  }

  /** Returns the operation's name, as {@code payments.create}. */
  public String operation() {
    return facts.operation();
  }

  /** Returns what is known of the call's effect. */
  public Outcome outcome() {
    return facts.outcome();
  }

  /**
   * Returns whether the same call may be made again, with the same idempotency key if it has one.
   */
  public boolean retryable() {
    return facts.retryable();
  }

  /**
   * Returns how long to wait before the same call: until the next permit, until the circuit lets an
   * attempt through, or what the server asks for. Null if nobody says.
   */
  public @Nullable Duration retryAfter() {
    return null;
  }

  /** Returns how often the call was tried, not always sent. */
  public int attempts() {
    return facts.attempts();
  }

  /** Returns how long the call took, waits included. */
  public Duration elapsed() {
    return facts.elapsed();
  }

  /** Returns the server's id of the last request; null if no response came. */
  public @Nullable String requestId() {
    return facts.requestId();
  }
}
