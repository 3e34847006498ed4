package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.execution.OwnCalls;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.server.EventTrigger;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes happen what each type of event is about, to a resource that is named or to a new one. */
final class Triggers implements EventTrigger {
  private static final long AMOUNT = 1_000;
  private static final long TOO_MUCH = 1_000_000_000;
  private static final String CURRENCY = "USD";
  private static final String PAYMENTS = "/v2/payments";
  private static final String ACCOUNTS = "/v2/accounts";
  private static final String TRANSFERS = "/v2/transfers";
  private static final String CARDS = "/v2/cards";

  private final Simulation simulation;
  private final OwnCalls calls;
  private final InstantSource clock;
  private final Map<String, Trigger> triggers = new LinkedHashMap<>();

  Triggers(Simulation simulation, OwnCalls calls, InstantSource clock) {
    this.simulation = simulation;
    this.calls = calls;
    this.clock = clock;
    addPayments();
    addBanking();
    addCards();
  }

  @Override
  public String trigger(String type, @Nullable String resourceId) {
    @Nullable Trigger trigger = triggers.get(type);
    if (trigger == null) {
      throw new IllegalArgumentException(
          "The event to trigger is one of " + String.join(", ", triggers.keySet()) + ".");
    }
    return trigger.of(resourceId);
  }

  private void addPayments() {
    add(
        "payment.succeeded",
        () -> newPayment(TestCards.VISA),
        id -> idOf(PAYMENTS + "/" + id + "/capture", Json.object()));
    addNew("payment.failed", this::declinedPayment);
    add("payment.refunded", () -> refund(newPayment(TestCards.VISA)), this::refund);
    add(
        "payment.disputed",
        () -> simulation.dispute(newPayment(TestCards.VISA)),
        simulation::dispute);
  }

  private void addBanking() {
    addNew("account.created", this::newAccount);
    add("account.updated", () -> rename(newAccount()), this::rename);
    addNew("transfer.succeeded", () -> idOf(TRANSFERS, transfer(AMOUNT)));
    add("transfer.failed", this::uncoveredTransfer, this::failTransfer);
  }

  private void addCards() {
    addNew("card.created", this::newCard);
    add("card.activated", () -> activate(newCard()), this::activate);
    add("card.blocked", () -> block(activate(newCard())), this::block);
    add("card.transaction", () -> pay(activate(newCard())), this::pay);
  }

  private void add(String type, Supplier<String> withNew, UnaryOperator<String> withNamed) {
    triggers.put(type, id -> id == null ? withNew.get() : withNamed.apply(id));
  }

  /** What happens to a new resource only. */
  private void addNew(String type, Supplier<String> create) {
    add(
        type,
        create,
        id -> {
          throw new IllegalArgumentException(type + " is about a new resource; leave the id out.");
        });
  }

  private String newPayment(String card) {
    return idOf(PAYMENTS, payment(card));
  }

  private String declinedPayment() {
    calls.postDeclined(PAYMENTS, payment(TestCards.DECLINED));
    return calls.newest(PAYMENTS).path("id").asText();
  }

  private ObjectNode payment(String number) {
    ObjectNode payment = Json.object();
    payment.set("amount", amount(AMOUNT));
    payment
        .putObject("payment_method")
        .put("type", "card")
        .putObject("card")
        .put("number", number)
        .put("exp_month", 12)
        .put("exp_year", clock.instant().atZone(ZoneOffset.UTC).getYear() + 1)
        .put("cvc", "123");
    return payment;
  }

  private String refund(String payment) {
    return idOf(PAYMENTS + "/" + payment + "/refunds", Json.object());
  }

  private String newAccount() {
    return idOf(ACCOUNTS, Json.object().put("customer_id", "cust_1").put("currency", CURRENCY));
  }

  private String rename(String account) {
    ObjectNode name = Json.object().put("name", "Triggered at " + clock.instant());
    return calls.send("PATCH", ACCOUNTS + "/" + account, name).path("id").asText();
  }

  private ObjectNode transfer(long value) {
    ObjectNode transfer = Json.object().put("source_account_id", newAccount());
    transfer.put("destination_account_id", newAccount()).set("amount", amount(value));
    return transfer;
  }

  /** More than any new account has. */
  private String uncoveredTransfer() {
    calls.postDeclined(TRANSFERS, transfer(TOO_MUCH));
    return calls.newest(TRANSFERS).path("id").asText();
  }

  private String failTransfer(String transfer) {
    simulation.failTransfer(transfer);
    return transfer;
  }

  private String newCard() {
    return idOf(CARDS, Json.object().put("account_id", "acct_1").put("type", "virtual"));
  }

  private String activate(String card) {
    return idOf(CARDS + "/" + card + "/activate", Json.object());
  }

  private String block(String card) {
    return idOf(CARDS + "/" + card + "/block", Json.object());
  }

  private String pay(String card) {
    return simulation.cardTransaction(card, AMOUNT, CURRENCY);
  }

  private static ObjectNode amount(long value) {
    return Json.object().put("value", value).put("currency", CURRENCY);
  }

  private String idOf(String path, ObjectNode fields) {
    return calls.post(path, fields).path("id").asText();
  }

  /** Triggers one type of event. */
  private interface Trigger {
    String of(@Nullable String resourceId);
  }
}
