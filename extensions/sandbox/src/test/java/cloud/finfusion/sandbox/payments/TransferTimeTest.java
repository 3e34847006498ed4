package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.VirtualClock;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A transfer that takes its time is pending until then, and its money is on neither account. */
class TransferTimeTest {
  private final VirtualClock clock = VirtualClock.at(Instant.parse("2024-03-15T10:30:00Z"));
  private final Sandbox sandbox =
      Sandbox.builder().clock(clock).transferTime(Duration.ofDays(2)).start();
  private final Caller caller = new Caller(sandbox);
  private final String source = account();
  private final String destination = account();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aTransferIsPendingUntilItsTimeHasPassed() {
    JsonNode transfer = Caller.json(transfer(400));
    String path = "/v2/transfers/" + transfer.path("id").asText();
    assertThat(transfer.path("status").asText()).isEqualTo("pending");

    clock.advance(Duration.ofDays(2).minusNanos(1));
    assertThat(Caller.json(caller.get(path))).isEqualTo(transfer);
    assertThat(balance(source)).isEqualTo(999_600);
    assertThat(balance(destination)).isEqualTo(1_000_000);
    assertThat(sandbox.ledger().size()).isZero();
    clock.advance(Duration.ofNanos(1));

    assertThat(Caller.json(caller.get(path)).path("status").asText()).isEqualTo("succeeded");
    assertThat(balance(destination)).isEqualTo(1_000_400);
    assertThat(sandbox.ledger().withKey("rent-400")).hasSize(1);
    assertThat(caller.list("/v2/events?type=transfer.succeeded", "id")).hasSize(1);
  }

  @Test
  void moneyOnTheWayIsNotSpentTwice() {
    transfer(1_000_000);

    assertThat(transfer(1).statusCode()).isEqualTo(402);
  }

  @Test
  void aPendingTransferCanFailAndItsMoneyGoesBack() {
    String id = Caller.json(transfer(400)).path("id").asText();

    sandbox.simulate().failTransfer(id);
    clock.advance(Duration.ofDays(3));

    assertThat(caller.list("/v2/transfers", "status")).containsExactly("failed");
    assertThat(balance(source)).isEqualTo(1_000_000);
    assertThat(balance(destination)).isEqualTo(1_000_000);
    assertThat(caller.list("/v2/events?type=transfer.failed", "id")).hasSize(1);
    assertThat(caller.list("/v2/events?type=transfer.succeeded", "id")).isEmpty();
    assertThat(sandbox.ledger().size()).isZero();
    assertThatThrownBy(() -> sandbox.simulate().failTransfer(id))
        .hasMessageContaining("must be pending, and is failed");
  }

  @Test
  void aTransferFailsWhenItsDestinationIsFrozenMeanwhile() {
    transfer(400);
    sandbox.simulate().freezeAccount(destination);

    clock.advance(Duration.ofDays(2));

    assertThat(caller.list("/v2/transfers", "status")).containsExactly("failed");
    assertThat(balance(source)).isEqualTo(1_000_000);
    assertThat(balance(destination)).isEqualTo(1_000_000);
    assertThat(caller.list("/v2/events", "type")).startsWith("transfer.failed", "account.updated");
    assertThat(transfer(1).statusCode()).isEqualTo(400);
  }

  @Test
  void aTransferTakesNoNegativeTime() {
    assertThatThrownBy(() -> Sandbox.builder().transferTime(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private HttpResponse<String> transfer(long value) {
    String body =
        """
        {"source_account_id": "%s", "destination_account_id": "%s",
         "amount": {"value": %d, "currency": "USD"}}"""
            .formatted(source, destination, value);
    return caller.post("/v2/transfers", body, "rent-" + value);
  }

  private String account() {
    String body = "{\"customer_id\": \"cust_1\", \"currency\": \"USD\"}";
    return caller.create("/v2/accounts", body).path("id").asText();
  }

  private long balance(String account) {
    return Caller.json(caller.get("/v2/accounts/" + account)).at("/balance/value").asLong();
  }
}
