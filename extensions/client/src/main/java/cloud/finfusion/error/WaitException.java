package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A wait for a state of a resource ended without that state. {@link #attempts()} is how often the
 * resource was read, {@link #elapsed()} how long the wait took.
 */
public abstract class WaitException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String state;
  private final transient @Nullable Object resource; // a model cannot be stored in a Java stream

  WaitException(
      CallFacts facts,
      String sentence,
      @Nullable String state,
      @Nullable Object resource,
      @Nullable Throwable cause) {
    super(facts, sentence, cause);
    this.state = state;
    this.resource = resource;
  }

  /** The state as it is shown in messages: it is the server's word. */
  static String shown(@Nullable String state) {
    return state == null ? "not known" : SafeText.name(state);
  }

  static String shown(Collection<String> states) {
    return states.stream().map(SafeText::name).sorted().collect(Collectors.joining(" or "));
  }

  /** Returns the last state that was read; null if none was. */
  public @Nullable String state() {
    return state;
  }

  /**
   * Returns the resource as it was read last, to see why it is in that state; empty if it was never
   * read, is of another type, or this error was stored and read again.
   */
  public <T> Optional<T> resource(Class<T> type) {
    return Optional.ofNullable(resource).filter(type::isInstance).map(type::cast);
  }
}
