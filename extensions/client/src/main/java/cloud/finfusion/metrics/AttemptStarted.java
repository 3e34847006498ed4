package cloud.finfusion.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt starts: all its permits are held, and it is signed next. Listeners may add headers, as
 * a trace's context. Not thread-safe; for use during the event only.
 */
public final class AttemptStarted {
  private final String operation;
  private final int number;
  private final RequestTarget target;
  private final CallAttributes attributes;
  private @Nullable List<String> headers; // null until one is added

  /** Made by the SDK, and by tests of listeners. */
  public AttemptStarted(
      String operation, int number, RequestTarget target, CallAttributes attributes) {
    this.operation = operation;
    this.number = number;
    this.target = target;
    this.attributes = attributes;
  }

  /** Returns the operation's name, as {@code payments.create}. */
  public String operation() {
    return operation;
  }

  /** Returns the attempt's number, counted from 1. */
  public int number() {
    return number;
  }

  /** Returns where the request goes. */
  public RequestTarget target() {
    return target;
  }

  /** Returns what listeners keep of the call. */
  public CallAttributes attributes() {
    return attributes;
  }

  /**
   * Adds a header to this attempt. Headers that the SDK or HTTP itself writes are not replaced:
   * {@code Authorization}, {@code Idempotency-Key}, {@code Host}, {@code Content-Length} and the
   * like are ignored, and so is a header that HTTP does not allow or that is null.
   */
  public void addHeader(String name, String value) {
    if (name == null || value == null) {
      return;
    }
    if (headers == null) {
      headers = new ArrayList<>(4);
    }
    headers.add(name);
    headers.add(value);
  }

  /** Returns the added headers: names and values in turn. */
  public List<String> headers() {
    return headers == null ? List.of() : List.copyOf(headers);
  }
}
