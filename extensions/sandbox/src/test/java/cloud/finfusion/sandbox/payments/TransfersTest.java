package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money moves between open accounts of one currency. */
class TransfersTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void anAccountOpensWithABalance() {
    JsonNode account = Caller.json(caller.get("/v2/accounts/" + account("EUR")));

    assertThat(account.path("id").asText()).startsWith("acct_");
    assertThat(account.path("status").asText()).isEqualTo("open");
    assertThat(account.path("balance")).hasToString("{\"value\":1000000,\"currency\":\"EUR\"}");
  }

  @Test
  void moneyMovesFromOneAccountToAnother() {
    String source = account("USD");
    String destination = account("USD");

    JsonNode transfer =
        Caller.json(caller.post("/v2/transfers", transfer(source, destination, 400), "rent-1"));

    assertThat(transfer.path("status").asText()).isEqualTo("succeeded");
    assertThat(transfer.path("source_account_id").asText()).isEqualTo(source);
    assertThat(balance(source)).isEqualTo(999_600);
    assertThat(balance(destination)).isEqualTo(1_000_400);
    assertThat(caller.list("/v2/transfers?source_account_id=" + source, "id"))
        .containsExactly(transfer.path("id").asText());
    assertThat(sandbox.ledger().withKey("rent-1"))
        .extracting(Ledger.Entry::kind)
        .containsExactly(Ledger.Kind.TRANSFER);
  }

  @Test
  void insufficientFundsLeaveAFailedTransfer() {
    String source = account("USD");
    String destination = account("USD");

    HttpResponse<String> response =
        caller.post("/v2/transfers", transfer(source, destination, 1_000_001));

    assertThat(response.statusCode()).isEqualTo(402);
    assertThat(Caller.code(response)).isEqualTo("PAY002");
    assertThat(caller.list("/v2/transfers", "status")).containsExactly("failed");
    assertThat(balance(source)).isEqualTo(1_000_000);
    assertThat(sandbox.ledger().entries()).isEmpty();
  }

  @Test
  void bothAccountsAreOpenDifferentAndOfTheCurrency() {
    String usd = account("USD");
    String eur = account("EUR");

    for (String body :
        List.of(
            transfer(usd, usd, 1),
            transfer(usd, eur, 1),
            transfer(eur, usd, 1),
            transfer(usd, "acct_1", 1),
            transfer("acct_1", usd, 1),
            transfer(usd, eur, 0))) {
      HttpResponse<String> response = caller.post("/v2/transfers", body);
      assertThat(response.statusCode()).as(body).isEqualTo(400);
      assertThat(Caller.json(response).at("/error/details/0/field").asText()).isNotEmpty();
    }
    assertThat(caller.list("/v2/transfers", "id")).isEmpty();
  }

  private String account(String currency) {
    String body = "{\"customer_id\": \"cust_1\", \"currency\": \"" + currency + "\"}";
    return caller.create("/v2/accounts", body).path("id").asText();
  }

  private long balance(String account) {
    return Caller.json(caller.get("/v2/accounts/" + account)).at("/balance/value").asLong();
  }

  private static String transfer(String source, String destination, long value) {
    return """
        {"source_account_id": "%s", "destination_account_id": "%s",
         "amount": {"value": %d, "currency": "USD"}}"""
        .formatted(source, destination, value);
  }
}
