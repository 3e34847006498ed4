package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.cards.CardOutcomes;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import java.time.Duration;

/** The handlers of the operations that move money, and the disputes about it. */
public record MoneyHandlers(
    PaymentsHandler payments,
    RefundsHandler refunds,
    TransfersHandler transfers,
    Disputes disputes) {
  /** Creates all, with a time that transfers take. */
  public static MoneyHandlers of(
      SandboxContext context,
      Events events,
      MoneyLog log,
      CardOutcomes outcomes,
      Duration transferTime) {
    Disputes disputes = new Disputes(context, events);
    RefundsHandler refunds = new RefundsHandler(context, events, log);
    return new MoneyHandlers(
        new PaymentsHandler(context, events, log, outcomes, disputes, refunds),
        refunds,
        new TransfersHandler(context, events, log, transferTime),
        disputes);
  }
}
