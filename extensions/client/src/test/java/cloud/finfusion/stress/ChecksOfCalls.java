package cloud.finfusion.stress;

import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.stress.CallBook.End;
import cloud.finfusion.stress.Results.Result;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What must hold between what callers got, listeners were notified of, and the server charged. */
record ChecksOfCalls(Round round, Violations violations) {
  void run() {
    checkEvents(round.book);
    checkResults();
    checkCharges(round.api.charges());
  }

  private void checkEvents(CallBook book) {
    violations.equal("calls", round.results.made(), "results", round.results.all().size());
    violations.equal("calls", round.results.made(), "callStarted", book.callsStarted());
    violations.equal("calls", round.results.made(), "callEnded", book.callsEnded());
    violations.equal(
        "attemptStarted", book.attemptsStarted(), "attemptEnded", book.attemptsEnded());
    violations.none("events out of order", book.outOfOrder());
    violations.none("events on a timer's or a limiter's thread", book.onWrongThread());
  }

  private void checkResults() {
    violations.none("results that came twice", round.results.twice());
    violations.none("interrupt flags lost, or set on others", round.results.wrongFlags());
    none("ended in nothing typed", (call, end) -> !isTyped(result(call).thrown()));
    none("another outcome thrown than notified", this::contradicts);
    none("another outcome than done, and no error", (call, end) -> isDone(end) != hasNoError(end));
    none("the payment of another call", this::isOfAnother);
  }

  private static boolean isTyped(@Nullable Throwable thrown) {
    return thrown == null
        || thrown instanceof FinFusionException
        || thrown instanceof Caller.ByCaller
        || thrown instanceof CancellationException
        || thrown instanceof TimeoutException
        || String.valueOf(thrown.getMessage()).startsWith("the client is closed");
  }

  private boolean contradicts(String call, End end) {
    return result(call).thrown() instanceof FinFusionException typed
        && typed.outcome() != end.outcome();
  }

  private static boolean isDone(End end) {
    return end.outcome() == Outcome.DONE;
  }

  private static boolean hasNoError(End end) {
    return end.error().equals(CallBook.SUCCESS);
  }

  private boolean isOfAnother(String call, End end) {
    String paymentId = result(call).paymentId();
    return paymentId != null && !paymentId.equals(call);
  }

  private void checkCharges(Charges charges) {
    violations.require(charges.keysAreOneToOne(), "a call with two keys, or a key of two calls");
    none("charged twice", (call, end) -> charges.of(call) > 1);
    none("paid, and not charged", (call, end) -> isPaid(call) && charges.of(call) == 0);
    none("never done, and charged", (call, end) -> isNeverDone(end) && charges.of(call) > 0);
    none("not sent, and received", (call, end) -> isNotSent(end) && charges.hasReceived(call));
  }

  private boolean isPaid(String call) {
    return result(call).paymentId() != null;
  }

  private static boolean isNeverDone(End end) {
    return end.outcome() == Outcome.REFUSED || end.outcome() == Outcome.NOT_SENT;
  }

  /** A caller's faulty interceptor or credential is reported as such, whatever was sent before. */
  private static boolean isNotSent(End end) {
    return end.outcome() == Outcome.NOT_SENT && !end.error().equals("ConfigurationException");
  }

  private Result result(String call) {
    return round.results.all().getOrDefault(call, new Result(null, null));
  }

  private void none(String wrong, BiPredicate<String, End> isWrong) {
    List<String> found =
        round.book.ends().entrySet().stream()
            .filter(each -> isWrong.test(each.getKey(), each.getValue()))
            .map(each -> each + " " + result(each.getKey()))
            .toList();
    violations.none(wrong + ", as " + found.stream().findFirst().orElse(""), found.size());
  }
}
