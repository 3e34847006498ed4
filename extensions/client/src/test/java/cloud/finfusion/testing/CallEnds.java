package cloud.finfusion.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The end of calls that fail in a word: their outcome, "again" if they are retryable. */
public final class CallEnds {
  private CallEnds() {}

  /** The end of a write with a key, or without one if the client sends none. */
  public static String ofWrite(FinFusion.Builder client, BlockingOrAsync mode) {
    try (Calls calls = new Calls(client.build(), mode)) {
      return ofWrite(() -> calls.capture("pay_1", CallOptions.none()));
    }
  }

  /** The end of a read. */
  public static String ofRead(FinFusion.Builder client, BlockingOrAsync mode) {
    try (Calls calls = new Calls(client.build(), mode)) {
      return ofRead(() -> calls.payment("pay_1"));
    }
  }

  /**
   * The end of this write. One of unknown outcome is retryable if it has a key; the word is of its
   * reason.
   */
  public static String ofWrite(ThrowingCallable write) {
    FinFusionException error = catchThrowableOfType(FinFusionException.class, write);
    if (error.outcome() != Outcome.UNKNOWN) {
      return word(error);
    }
    assertThat(error)
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            unknown -> assertThat(unknown.retryable()).isEqualTo(unknown.idempotencyKey() != null));
    return word((FinFusionException) Objects.requireNonNull(error.getCause()));
  }

  /** The end of this read, which is never an {@link OutcomeUnknownException}. */
  public static String ofRead(ThrowingCallable read) {
    FinFusionException error = catchThrowableOfType(FinFusionException.class, read);
    assertThat(error).isNotInstanceOf(OutcomeUnknownException.class);
    return word(error);
  }

  private static String word(FinFusionException error) {
    String outcome = error.outcome().name().toLowerCase(Locale.ROOT);
    return error.retryable() ? outcome + ", again" : outcome;
  }
}
