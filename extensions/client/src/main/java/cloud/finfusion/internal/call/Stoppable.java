package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.StopReason;

/** A call that its caller, or closing the client, can end early. */
interface Stoppable {
  void stop(StopReason reason);
}
