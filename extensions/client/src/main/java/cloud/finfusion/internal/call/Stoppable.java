package cloud.finfusion.internal.call;

/** What can be ended early, by its caller or by the client that closes. */
interface Stoppable {
  void stop(StopReason reason);
}
