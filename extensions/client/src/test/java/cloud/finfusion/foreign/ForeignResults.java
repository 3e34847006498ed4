package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.TransferStatus;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.spi.Paging;
import cloud.finfusion.spi.ReadKey;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.spi.WaitOperation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrower;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import mockwebserver3.MockResponse;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** What callers hang on the results of calls, and facades of their own, that throw. */
final class ForeignResults {
  private static final String OWN = "its own";
  private static final ReadKey KEY = ReadKey.of("payments.retrieve", PaymentsApi.class, "pay_1");
  private static final MockResponse PAGE =
      FakeServer.json("{\"data\":[" + Samples.PAYMENT + "],\"has_more\":false}");

  private ForeignResults() {}

  static List<ForeignRow> rows() {
    ForeignCall call = ForeignCall.with((client, thrower) -> {});
    return List.of(
        unchanged("Callback.onResponse", call.calling(ForeignResults::callback)),
        unchanged("Callback.onFailure", failing(call).calling(ForeignResults::callback)),
        unchanged("CompletableFuture", call.calling(ForeignResults::continued)),
        unchanged("CompletableFuture, failed", failing(call).calling(ForeignResults::continued)),
        ends("Paging.thenApply(Function)", OWN, own(ForeignResults::thenApply)),
        ends("AsyncPages.forEach(Consumer)", OWN, own(ForeignResults::forEach)),
        ends("AsyncPages.forEachPage(Consumer)", OWN, own(ForeignResults::forEachPage)),
        ends("Paging.asyncPages(Function)", OWN, own(ForeignResults::asyncPages)),
        ends("Paging.pages(Function)", OWN, own(ForeignResults::pages)),
        ends("Paging.pages(Function)", OWN, own(ForeignResults::pagesAhead)),
        ends("FinFusion.resource(Function)", OWN, own((c, t) -> c.client().resource(t::or))),
        ends("Transport.read(Supplier)", OWN, own(ForeignResults::read)),
        ends("Transport.readAsync(Supplier)", OWN, own(ForeignResults::readAsync)),
        ends("WaitOperation.<init>(Function)", OWN, own(ForeignResults::waited)),
        ends("WaitOperation.<init>(Function), async", OWN, own(ForeignResults::waitedAsync)),
        ends("WaitOperation.<init>(Function), state", OWN, own(ForeignResults::stateRead)));
  }

  private static ForeignCall failing(ForeignCall call) {
    return call.responding(FakeServer.status(400));
  }

  private static void callback(Calls calls, Thrower thrower) {
    Call<Payment> call =
        calls.client().api(PaymentsApi.class).createPayment(Samples.payment(), null);
    CompletableFuture<String> ended = new CompletableFuture<>();
    call.enqueue(
        new Callback<Payment>() {
          @Override
          public void onResponse(Call<Payment> same, Response<Payment> response) {
            ended.complete("response");
            thrower.run();
          }

          @Override
          public void onFailure(Call<Payment> same, Throwable failure) {
            ended.complete("failure");
            thrower.run();
          }
        });
    assertThat(BlockingOrAsync.result(ended)).isNotNull();
    thrower.await();
  }

  private static void continued(Calls calls, Thrower thrower) {
    CompletableFuture<Payment> payment =
        calls.client().async().payments().create(Samples.payment());
    List<CompletableFuture<?>> all =
        List.of(
            payment.thenApply(thrower::or),
            payment.thenAccept(done -> thrower.run()),
            payment.handle((done, failure) -> thrower.or("")));
    try {
      BlockingOrAsync.result(payment);
    } finally {
      all.forEach(
          each -> {
            var unused = catchThrowable(each::join);
          });
    }
  }

  /** What the caller's code throws is given to the caller as it is; the client goes on. */
  static ForeignRow.Scenario own(BiConsumer<Calls, Thrower> code) {
    return (thrower, mode) -> {
      try (FakeServer server = new FakeServer().responds(PAGE);
          Calls calls = new Calls(TestClients.of(server).maxConcurrent(1).build(), mode)) {
        String end = ForeignCall.own(() -> code.accept(calls, thrower), thrower);
        server.responds(FakeServer.json(Samples.PAYMENT));
        calls.pay();
        return end;
      }
    };
  }

  private static void thenApply(Calls calls, Thrower thrower) {
    Paging.thenApply(calls.client().async().payments().list().first(), thrower::or).join();
  }

  private static void forEach(Calls calls, Thrower thrower) {
    calls.client().async().payments().list().forEach(each -> thrower.run()).join();
  }

  private static void forEachPage(Calls calls, Thrower thrower) {
    calls.client().async().payments().list().forEachPage(each -> thrower.run()).join();
  }

  private static void asyncPages(Calls calls, Thrower thrower) {
    CompletableFuture<Page<String>> page =
        CompletableFuture.completedFuture(new Page<>(List.of("one"), null));
    Paging.asyncPages("numbers.list", null, cursor -> thrower.or(page)).first().join();
  }

  private static void pages(Calls calls, Thrower thrower) {
    Page<String> page = new Page<>(List.of("one"), null);
    Paging.<String>pages(
            "numbers.list", null, cursor -> thrower.or(page), cursor -> new CompletableFuture<>())
        .iterator()
        .next();
  }

  private static void pagesAhead(Calls calls, Thrower thrower) {
    CompletableFuture<Page<String>> page =
        CompletableFuture.completedFuture(new Page<>(List.of("one"), null));
    Paging.<String>pages("numbers.list", null, cursor -> page.join(), cursor -> thrower.or(page))
        .prefetch()
        .iterator()
        .next();
  }

  private static void read(Calls calls, Thrower thrower) {
    Transport transport = calls.client().resource(it -> it);
    transport.read(KEY, () -> thrower.or(payment(transport)), CallOptions.none());
  }

  private static void readAsync(Calls calls, Thrower thrower) {
    Transport transport = calls.client().resource(it -> it);
    transport.readAsync(KEY, () -> thrower.or(payment(transport)), CallOptions.none()).join();
  }

  private static void waited(Calls calls, Thrower thrower) {
    Transport transport = calls.client().resource(it -> it);
    transport.runs().waitUntil(texts(new Thrower(null), thrower), WaitOptions.defaults());
  }

  private static void waitedAsync(Calls calls, Thrower thrower) {
    Transport transport = calls.client().resource(it -> it);
    transport
        .runs()
        .waitUntilAsync(texts(new Thrower(null), thrower), WaitOptions.defaults())
        .join();
  }

  private static void stateRead(Calls calls, Thrower thrower) {
    Transport transport = calls.client().resource(it -> it);
    transport.runs().waitUntil(texts(thrower, new Thrower(null)), WaitOptions.defaults());
  }

  private static WaitOperation<String> texts(Thrower inState, Thrower inRead) {
    return new WaitOperation<>(
        "texts.read",
        "text",
        text -> inState.or(TransferStatus.of(text)),
        List.of("done"),
        List.of(),
        call -> inRead.or(CompletableFuture.completedFuture("done")));
  }

  private static Call<Payment> payment(Transport transport) {
    return transport.api(PaymentsApi.class).retrievePayment("pay_1");
  }
}
