package cloud.finfusion.internal.call;

/** Takes the next steps of a call after an event that the call waited for. */
interface Driver {
  /** Called from any thread: returns at once, and no step runs on that thread. */
  void wake();

  /** Called from the attempt's own thread or a caller's: the next steps may run on that thread. */
  void goOn();
}
