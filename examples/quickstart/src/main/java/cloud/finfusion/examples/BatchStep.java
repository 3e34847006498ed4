package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchItem;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.metrics.BatchRecord;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentBatchItem;
import cloud.finfusion.sandbox.Sandbox;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Pays twenty times in two requests; two cards are declined, and the others pay all the same. */
final class BatchStep {
  private static final int PAYMENTS = 20;
  private static final Set<Integer> DECLINED = Set.of(3, 12);

  private final Sandbox sandbox;
  private final FinFusion client;
  private final Tour tour;

  BatchStep(Sandbox sandbox, FinFusion client, Tour tour) {
    this.sandbox = sandbox;
    this.client = client;
    this.tour = tour;
  }

  String run() {
    int before = sandbox.ledger().size();
    List<PaymentBatchItem> items = IntStream.range(0, PAYMENTS).mapToObj(BatchStep::item).toList();
    BatchOptions<PaymentBatchItem> options =
        BatchOptions.<PaymentBatchItem>builder().batchSize(10).batchId("payroll-2026-10").build();

    BatchResult<Payment> result = client.payments().createBatch(items, options);

    List<Integer> declined =
        result.failed().stream().filter(this::isDeclined).map(BatchItem::index).toList();
    tour.check(declined.equals(List.of(3, 12)), "items 3 and 12 declined", declined);
    int charged = sandbox.ledger().size() - before;
    tour.check(charged == result.succeeded().size(), "a charge for each that is done", charged);
    return charged + " charged, items " + declined + " declined; " + efficiency(result.record());
  }

  private boolean isDeclined(BatchItem.Failed<Payment> item) {
    return item.error() instanceof PaymentDeclinedException;
  }

  private static String efficiency(BatchRecord record) {
    return String.format(
        Locale.ROOT,
        "%d requests saved, %.0f items a request, %.0f%% failed",
        record.requestsSaved(),
        record.itemsPerRequest(),
        100 * record.failedShare());
  }

  private static PaymentBatchItem item(int index) {
    return PaymentBatchItem.builder()
        .amount(Amount.ofMinor(5000, "USD"))
        .paymentMethod(Cards.card(DECLINED.contains(index) ? Cards.DECLINED : Cards.GOOD))
        .build();
  }
}
