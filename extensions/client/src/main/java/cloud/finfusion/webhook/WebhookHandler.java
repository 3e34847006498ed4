package cloud.finfusion.webhook;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.model.Event;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the bytes of a webhook into a call of your code and a response: the webhook is verified,
 * read and passed to the handler of its type, once for each event id. The verifier's {@link
 * ReplayGuard} remembers the handled events; if it has none, a guard in memory remembers the last
 * 100,000 events of three days.
 *
 * <p>An event whose handler throws is not handled, and the response asks the sender to repeat it.
 * Handlers run on the calling thread and delay the response, so pass long work on. Immutable and
 * thread-safe.
 */
public final class WebhookHandler {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");
  private static final int EVENTS = 100_000;
  private static final Duration THREE_DAYS = Duration.ofDays(3);

  private final WebhookVerifier verifier;
  private final transient ReplayGuard guard; // foreign objects are not printed with the fields
  private final transient Map<Class<? extends Event>, Consumer<Event>> handlers;
  private final transient Consumer<Event> other;

  private WebhookHandler(Builder builder) {
    verifier = builder.verifier;
    guard =
        Objects.requireNonNullElseGet(
            verifier.replayGuard(), () -> ReplayGuard.inMemory(EVENTS, THREE_DAYS));
    handlers = Map.copyOf(builder.handlers);
    other = builder.other;
  }

  /** Returns a new builder; {@code client.webhooks().handler()} returns one for a client. */
  public static Builder builder(WebhookVerifier verifier) {
    return new Builder(verifier);
  }

  /**
   * Handles a webhook and returns the response for its sender. Exceptions and errors of your code
   * are not thrown: they are logged by class and place, and the response asks the sender to repeat
   * the webhook.
   *
   * @param rawBody the body as received; of a body that is longer than {@link #maxBodyBytes()} one
   *     byte more is enough
   * @param headers all headers; null for none
   */
  public WebhookResponse handle(byte[] rawBody, @Nullable Map<String, List<String>> headers) {
    Event event;
    try {
      event = verifier.genuine(rawBody, WebhookHeaders.of(headers));
    } catch (WebhookSignatureException | WebhookPayloadException refused) {
      Guard.run("the log", () -> LOG.debug("{}", refused.getMessage()));
      return WebhookResponse.refused(Objects.requireNonNull(refused.getMessage()));
    } catch (Throwable failure) {
      return failed("a webhook could not be verified", failure);
    }
    try {
      return handle(event) ? WebhookResponse.RECEIVED : WebhookResponse.BUSY;
    } catch (Throwable failure) {
      String name = SafeText.name(event.type()) + " " + SafeText.name(event.id());
      return failed("webhook " + name + " was not handled", failure);
    }
  }

  private static WebhookResponse failed(String what, Throwable failure) {
    String reason =
        failure instanceof ConfigurationException typed
            ? typed.getMessage()
            : Guard.describe(failure);
    Guard.run("the log", () -> LOG.error("{}: {}", what, reason));
    return WebhookResponse.FAILED;
  }

  /**
   * Handles an event that is known to be genuine, as those of {@link Webhooks#eventsSince}.
   * Exceptions of its handler, and of a replay guard's {@code claim}, are thrown.
   *
   * @return true if the event was handled, now or before; false if another thread is handling it
   *     now
   */
  public boolean handle(Event event) {
    return switch (guard.claim(event.id())) {
      case HANDLED -> true;
      case IN_PROGRESS -> false;
      case CLAIMED -> {
        run(event);
        yield true;
      }
    };
  }

  private void run(Event event) {
    boolean handled = false;
    try {
      handlers.getOrDefault(event.getClass(), other).accept(event);
      handled = true;
    } finally { // also on an Error: a claim that is not ended would suppress the event
      if (handled) {
        Guard.accept("a replay guard", guard::handled, event.id());
      } else {
        Guard.accept("a replay guard", guard::release, event.id());
      }
    }
  }

  /** Returns how large a body may be, in bytes, for adapters that read it. */
  public int maxBodyBytes() {
    return verifier.maxBodyBytes();
  }

  /** Collects handlers; not thread-safe. */
  public static final class Builder {
    private final WebhookVerifier verifier;
    private final Map<Class<? extends Event>, Consumer<Event>> handlers = new LinkedHashMap<>();
    private Consumer<Event> other = event -> {};

    private Builder(WebhookVerifier verifier) {
      InvalidArgumentException.unlessPresent("verifier", verifier);
      this.verifier = verifier;
    }

    /**
     * Handles the events of one type, as {@code PaymentSucceeded.class}.
     *
     * @throws InvalidArgumentException if the type already has a handler, or is {@code Event}
     *     itself
     */
    public <E extends Event> Builder on(Class<E> type, Consumer<? super E> handler) {
      InvalidArgumentException.unlessPresent("type", type);
      InvalidArgumentException.unlessPresent("handler", handler);
      if (type == Event.class) {
        throw new InvalidArgumentException(
            "type", "expected a kind of event, got Event. Use onOther for the rest");
      }
      if (handlers.putIfAbsent(type, event -> handler.accept(type.cast(event))) != null) {
        throw new InvalidArgumentException(
            "type",
            "expected one handler, got a second for " + type.getSimpleName() + ". Join them");
      }
      return this;
    }

    /**
     * Handles all other events, including those of types that this version does not know ({@link
     * Event.Unknown}). Default: the event is confirmed and ignored.
     */
    public Builder onOther(Consumer<? super Event> handler) {
      InvalidArgumentException.unlessPresent("handler", handler);
      this.other = handler::accept;
      return this;
    }

    /** Returns the handler. */
    public WebhookHandler build() {
      return new WebhookHandler(this);
    }
  }
}
