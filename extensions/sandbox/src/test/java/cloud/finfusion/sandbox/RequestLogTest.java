package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.RawCaller;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The request log has a line for each request, in which nobody finds a secret. */
class RequestLogTest {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Sandbox sandbox = Sandbox.builder().requestLog(lines::add).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aLineHasMethodPathStatusKeyAndTime() throws InterruptedException {
    caller.get("/v2/payments?limit=1");

    assertThat(line()).matches("GET /v2/payments 200 no-key \\d+ ms");
  }

  @Test
  void aRepeatedKeyShowsWithoutBeingShown() throws InterruptedException {
    caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-secret-1");
    String first = line();
    caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-secret-1");
    String second = line();
    caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-secret-2");
    String other = line();

    assertThat(first).matches("POST /v2/payments 200 key:[0-9a-f]{6} \\d+ ms");
    assertThat(key(second)).isEqualTo(key(first)).isNotEqualTo(key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/payments,                        /v1/payments",
    "/v2/payments/pay_1234567890,         /v2/payments/pay_1234567890",
    "/v2/cards/card_1/transactions,       /v2/cards/card_1/transactions",
    "/v2/payments/4242424242424242,       /v2/payments/***",
    "/v2/payments/pay_4242424242424242,   /v2/payments/***",
    "/v2/payments/pay_4242-4242-4242-4242, /v2/payments/***",
    "/v2/payments/dev_abc,                /v2/payments/***",
    "/v2/payments/WHSEC_abc,              /v2/payments/***",
    "/v2/payments/%0d%0aPOST,             /v2/payments/***",
    "/v2/customers/a@example.com,         /v2/customers/***"
  })
  void aPathShowsNoSecret(String path, String shown) throws InterruptedException {
    caller.get(path);

    assertThat(line()).startsWith("GET " + shown + " 404 ");
  }

  @Test
  void aConnectionThatWasClosedHasNoStatus() throws InterruptedException, IOException {
    sandbox.faults().dropAfterWork("payments.create", 1);
    new RawCaller(sandbox).pay(1);

    assertThat(line()).startsWith("POST /v2/payments closed no-key ");
  }

  private static String key(String line) {
    return line.split(" ", -1)[3];
  }

  private String line() throws InterruptedException {
    String line = lines.poll(30, TimeUnit.SECONDS);
    return line == null ? "none" : line;
  }
}
