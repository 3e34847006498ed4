package cloud.finfusion.stress;

import okhttp3.ConnectionPool;

/** What must hold when the client is closed: nothing of any call is left. */
record ChecksOfTheEnd(Round round, Violations violations) {
  void run() {
    violations.comesTo(round::isSilent, "calls that never ended");
    checkPermits(round.permits.count());
    checkMemory();
    checkThreads();
    checkConnections(round.http.connectionPool());
  }

  private void checkPermits(PermitCount permits) {
    violations.comesTo(
        () -> permits.total() == permits.used() + permits.released(),
        "permits neither used nor released");
    violations.none("permits used or released twice", permits.misused());
    violations.equal(
        "permits used", permits.used(), "taken of the plan", Round.PLAN - round.plan.remaining());
    violations.require(
        round.api.charges().requests() <= permits.used(), "requests without a permit");
  }

  /** The client itself is still referred to, and so is what it knows of calls. */
  private void checkMemory() {
    violations.comesTo(() -> round.book.remembered() == 0, "calls that are still referred to");
  }

  /** A timer that was not taken back, of a deadline, would keep its thread. */
  private void checkThreads() {
    violations.comesTo(() -> round.threads.ofClients().isEmpty(), "threads that go on");
    round.threads.uncaught().forEach(each -> violations.require(false, "thrown out of " + each));
  }

  private void checkConnections(ConnectionPool pool) {
    pool.evictAll();
    violations.none("connections that were not given back", pool.connectionCount());
    violations.none("connections that OkHttp calls leaked", round.leaks.leaks());
  }
}
