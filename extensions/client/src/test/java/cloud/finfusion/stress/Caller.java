package cloud.finfusion.stress;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import retrofit2.Call;

/** One thread that makes calls, one in four a read, and has most of them end before their time. */
final class Caller {
  private static final int MOST_OPEN = 20;

  private final FinFusion client;
  private final CallBook book;
  private final Results results;
  private final Killer killer;
  private final Chance chance;
  private final List<CompletableFuture<?>> open = new ArrayList<>();

  Caller(FinFusion client, CallBook book, Results results, Killer killer, Chance chance) {
    this.client = client;
    this.book = book;
    this.results = results;
    this.killer = killer;
    this.chance = chance;
  }

  /** Makes calls up to that nanosecond, and returns when they have ended. */
  void callUntil(long time) {
    while (System.nanoTime() - time < 0) {
      if (chance.oneIn(2)) {
        blocking();
      } else {
        async();
      }
      if (open.size() == MOST_OPEN) {
        awaitOpen();
      }
    }
    awaitOpen();
  }

  private void blocking() {
    Call<?> call =
        chance.oneIn(4)
            ? client.api(CustomersApi.class).retrieveCustomer(customer())
            : client.api(PaymentsApi.class).createPayment(Samples.payment(), null);
    Interruption interruption = new Interruption();
    String name = name();
    Runnable takeBack =
        switch (chance.below(5)) {
          case 0 -> killer.soon(call::cancel);
          case 1 -> killer.soon(interruption::interrupt);
          case 2 -> timeout(call);
          default -> () -> {};
        };
    try {
      results.end(name, call.execute().body(), null);
    } catch (Throwable thrown) {
      results.end(name, null, thrown);
    }
    takeBack.run();
    interruption.over(results);
  }

  private Runnable timeout(Call<?> call) {
    call.timeout().timeout(chance.nanos(8), TimeUnit.NANOSECONDS);
    return () -> {};
  }

  private void async() {
    CallOptions.Builder options = CallOptions.builder().onResponse(any -> chance.mayThrow(10));
    int end = chance.below(6);
    if (end == 0) {
      options.deadline(Duration.ofNanos(chance.nanos(8)));
    }
    String name = name();
    CompletableFuture<?> call = started(options.build());
    open.add(call.whenComplete((body, thrown) -> results.end(name, body, thrown)));
    switch (end) {
      case 1 -> killer.soon(() -> call.cancel(true));
      case 2 -> call.orTimeout(chance.nanos(8), TimeUnit.NANOSECONDS);
      case 3 -> killer.soon(() -> call.completeExceptionally(new ByCaller()));
      case 4 -> call.cancel(chance.oneIn(2));
      default -> {}
    }
  }

  private CompletableFuture<?> started(CallOptions options) {
    try {
      return chance.oneIn(4)
          ? client.async().customers().retrieve(customer(), options)
          : client.async().payments().create(Samples.payment(), options);
    } catch (Throwable refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private String name() {
    String name = results.nextName();
    book.name(name);
    return name;
  }

  private String customer() {
    return "cust_" + chance.below(3);
  }

  private void awaitOpen() {
    CompletableFuture<?> all = CompletableFuture.allOf(open.toArray(CompletableFuture[]::new));
    try {
      all.handle((none, thrown) -> true).get(10, TimeUnit.SECONDS);
    } catch (TimeoutException lost) {
      // those without a result are counted
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
    open.clear();
  }

  /** How the caller itself ended its future. */
  static final class ByCaller extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
