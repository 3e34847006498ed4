package cloud.finfusion.error;

/** What is known of a call's effect when the call is over. */
public enum Outcome {
  /** It was done. */
  DONE,
  /** The server refused it; nothing was done. */
  REFUSED,
  /** It never left this machine; nothing was done. */
  NOT_SENT,
  /** It may have been done; look it up before doing it again. */
  UNKNOWN
}
