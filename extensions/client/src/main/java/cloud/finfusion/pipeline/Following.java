package cloud.finfusion.pipeline;

import cloud.finfusion.cache.Flight;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * One call's wait for the trip of an equal one, until the trip is over or the call is stopped: its
 * deadline, cancel and interrupt are its own. Blocking, it parks its caller; asynchronous, it holds
 * no thread.
 */
record Following(Flight<Trip> flight, ResilientCall call, ResilientCalls calls) {
  void park() {
    Thread caller = Thread.currentThread();
    call.onStop(() -> LockSupport.unpark(caller));
    var unused = flight.end().thenRun(() -> LockSupport.unpark(caller));
    while (waits()) {
      long left = left();
      if (caller.isInterrupted()) {
        call.stop(Stop.INTERRUPTED);
      } else if (left <= 0) {
        call.stop(Stop.DEADLINE);
      } else {
        calls.time().park(left);
      }
    }
  }

  /** Completes when the wait is over; if the trip is, off the thread that made it. */
  CompletableFuture<Void> await() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    Runnable noLimit = calls.time().atLimit(left(), () -> call.stop(Stop.DEADLINE));
    call.onStop(() -> over.complete(null));
    var unused = flight.end().thenRun(() -> calls.tell(() -> over.complete(null)));
    return over.thenRun(noLimit);
  }

  private boolean waits() {
    return !flight.over() && call.stopped() == null;
  }

  private long left() {
    return call.deadlineAt() - calls.time().nanos();
  }

  /** What came of the trip; empty if it was given up and this call has to try. */
  Optional<Trip> trip() throws JourneyException {
    Stop stop = call.stopped();
    if (stop != null) {
      throw new JourneyException(Failures.stopped(call.journey(), stop));
    }
    return flight.end().join();
  }
}
