package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.StopReason;

/** What can be ended early, by its caller or by the client that closes. */
interface Stoppable {
  void stop(StopReason reason);
}
