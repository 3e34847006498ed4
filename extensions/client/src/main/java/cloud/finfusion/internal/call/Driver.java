package cloud.finfusion.internal.call;

/** What goes on with a call when something happened that it waits for. */
interface Driver {
  /** From any thread; returns at once and runs nothing of the call on it. */
  void wake();

  /** From the attempt's own thread or a caller's, which goes on with the call. */
  void goOn();
}
