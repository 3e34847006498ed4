package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;

/**
 * A genuine webhook whose event came before. If it was handled there is nothing left to do: answer
 * with status 200, or the sender goes on to repeat it. If another is at it just now, answer with
 * 409, so that the sender asks again.
 */
public class WebhookReplayedException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final String eventId;
  private final boolean handled;

  /** The event that came before, and whether it was handled to its end. */
  public WebhookReplayedException(String eventId, boolean handled) {
    super(
        CallFacts.local("webhook"),
        handled
            ? "the event "
                + SafeText.name(eventId)
                + " came before. Answer with status 200 and do nothing."
            : "the event "
                + SafeText.name(eventId)
                + " is being handled. Answer with status 409 to get it again.",
        null);
    this.eventId = eventId;
    this.handled = handled;
  }

  /** Returns whether it was handled to its end; else another is at it just now. */
  public boolean handled() {
    return handled;
  }

  /** Returns the event's id. */
  public String eventId() {
    return eventId;
  }
}
