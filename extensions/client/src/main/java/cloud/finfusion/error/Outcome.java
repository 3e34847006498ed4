package cloud.finfusion.error;

/** What is known of a call's effect when the call is over. */
public enum Outcome {
  /** The operation was done. */
  DONE,
  /** The server refused the operation; nothing was done. */
  REFUSED,
  /** The request never left this machine; nothing was done. */
  NOT_SENT,
  /** The operation may have been done; look it up before doing it again. */
  UNKNOWN
}
