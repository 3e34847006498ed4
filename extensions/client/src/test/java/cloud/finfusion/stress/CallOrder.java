package cloud.finfusion.stress;

/** Whether the events of one call come in order, and end. */
final class CallOrder {
  private final String call;
  private boolean attempts;
  private boolean ended;

  CallOrder(String call) {
    this.call = call;
  }

  String call() {
    return call;
  }

  synchronized boolean attemptStarts() {
    boolean holds = !attempts && !ended;
    attempts = true;
    return holds;
  }

  synchronized boolean attemptEnds() {
    boolean holds = attempts && !ended;
    attempts = false;
    return holds;
  }

  synchronized boolean callEnds() {
    boolean holds = !attempts && !ended;
    ended = true;
    return holds;
  }
}
