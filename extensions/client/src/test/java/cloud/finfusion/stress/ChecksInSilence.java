package cloud.finfusion.stress;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;

/** What must hold when no call is under way and nothing fails: connections and slots are back. */
record ChecksInSilence(Round round, Violations violations) {
  private static final int MORE_THAN_SLOTS = Round.SLOTS + 6;

  void run() {
    ConnectionPool pool = round.http.connectionPool();
    violations.comesTo(round::isSilent, "calls that never ended");
    violations.comesTo(
        () -> pool.connectionCount() == pool.idleConnectionCount(), "connections in use by nobody");
    violations.comesTo(this::isAbleToPay, "no call succeeds any more");
    checkSlots();
  }

  /** The circuit may be open for some milliseconds. */
  private boolean isAbleToPay() {
    return succeeds(round.pay());
  }

  /** As many requests as there are slots reach the server at once, and no more. */
  private void checkSlots() {
    HeldRequests held = round.api.held();
    held.hold();
    List<CompletableFuture<?>> calls =
        Stream.<CompletableFuture<?>>generate(round::pay).limit(MORE_THAN_SLOTS).toList();
    violations.comesTo(() -> held.most() >= Round.SLOTS, "slots that are lost");
    held.release();
    violations.none("calls that fail", calls.stream().filter(call -> !succeeds(call)).count());
    violations.equal("slots", Round.SLOTS, "requests at once", held.most());
  }

  private static boolean succeeds(CompletableFuture<?> call) {
    return call.handle((payment, thrown) -> thrown == null).join();
  }
}
