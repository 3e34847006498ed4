package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;

/**
 * A genuine webhook whose event was received before. If the event was handled, return status 200,
 * or the sender keeps repeating it. If another thread or machine is handling it now, return 409, so
 * that the sender delivers it again.
 */
public class WebhookReplayedException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final String eventId;
  private final boolean handled;

  /** The repeated event, and whether it was handled. */
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

  /**
   * Returns whether the event was handled; otherwise another thread or machine is handling it now.
   */
  public boolean handled() {
    return handled;
  }

  /** Returns the event's id. */
  public String eventId() {
    return eventId;
  }
}
