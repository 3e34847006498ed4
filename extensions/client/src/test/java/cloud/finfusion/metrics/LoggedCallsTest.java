package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The log of a client's calls at TRACE, as a user reads it, holds no card, key or secret. */
class LoggedCallsTest {
  private static final List<String> CARDS =
      List.of(
          "4222222222222",
          "4111111111111111",
          "4917610000000000003",
          "5555555555554444",
          "378282246310005",
          "30569309025904",
          "501800000009",
          "3530111333300000",
          "6011111111111117",
          "6200000000000005");

  private static final List<String> KEYS =
      List.of("dev_CANARY", "prod_CANARY", "rest_CANARY", "sk_CANARY", "whsec_CANARY");

  private static final List<String> NAMES =
      List.of(
          ("account_number api_key authorization bank_account_number card_number cookie cvc cvv"
                  + " iban key national_id number pan passphrase pin private_key ssn tax_id"
                  + " access_token client_secret refresh_token secret password token data")
              .split(" "));

  @Test
  void ofCallsThatSucceedAndFail() throws Exception {
    CapturedLog.of(Program.class);
  }

  /** Sends cards and keys, and gets them back, in texts and under a secret's name. */
  public static final class Program implements Runnable {
    @Override
    public void run() {
      CapturedLog.atTrace();
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        try (FakeServer server = new FakeServer();
            Calls calls = new Calls(TestClients.of(server).retries(0).build(), mode)) {
          server.responds(
              FakeServer.json(response()), FakeServer.response(500, response()).build());
          calls.pay(Samples.payment().toBuilder().metadata(texts()).build(), CallOptions.none());
          ServerException failure =
              catchThrowableOfType(ServerException.class, () -> calls.payment("dev_CANARY"));
          assertThat(failure).isNotNull();
        }
      }
      String log = String.join("\n", CapturedLog.lines());
      assertThat(log).contains("sends {", "got {", "shown", "Authorization=***", "cvc\":\"***");
      assertThat(log).doesNotContain(CARDS).doesNotContain("CANARY", Samples.CARD);
    }

    private static Map<String, String> texts() {
      return Map.of("cards", String.join(" or ", CARDS), "keys", String.join(", ", KEYS));
    }

    private static String response() {
      String secrets =
          NAMES.stream()
              .map(name -> "\"" + name + "\":\"CANARY\"")
              .collect(Collectors.joining(","));
      String texts = "\"a\":\"" + texts().values() + "\",\"b\":" + CARDS + ",\"c\":\"shown\"";
      return Samples.PAYMENT.replaceFirst("\\{", "{\"x\":{" + secrets + "}," + texts + ",");
    }
  }
}
