package cloud.finfusion.error;

/**
 * A genuine webhook whose event came before. There is nothing left to do: answer with status 200,
 * or the sender goes on to repeat it.
 */
public class WebhookReplayedException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final String eventId;

  /** The event that came before. */
  public WebhookReplayedException(String eventId) {
    super(
        CallFacts.local("webhook"),
        "the event " + eventId + " came before. Answer with status 200 and do nothing.",
        null);
    this.eventId = eventId;
  }

  /** Returns the event's id. */
  public String eventId() {
    return eventId;
  }
}
