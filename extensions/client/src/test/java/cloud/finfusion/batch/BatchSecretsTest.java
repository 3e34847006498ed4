package cloud.finfusion.batch;

import static cloud.finfusion.batch.BatchSamples.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentBatchItem;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server says of an item may repeat the item: nothing of that is shown. */
class BatchSecretsTest {
  private static final String ERROR =
      "{\"index\": 0, \"error\": {\"code\": \"%s\", \"message\": \"card 4242424242424242 UNSHOWN\","
          + " \"details\": [{\"field\": \"%s\", \"message\": \"UNSHOWN\"}]}}";

  private final FakeServer server = new FakeServer();
  private final FinFusion client = TestClients.of(server).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  static Stream<MockResponse> responses() {
    return Stream.of(
        results(ERROR.formatted("PAY001", "payment_method.card")),
        results(ERROR.formatted(Samples.KEY, Samples.KEY)),
        results(ERROR.formatted("4242424242424242", "4242424242424242")),
        results(ERROR.formatted("API001", "x")),
        results("{\"index\": 7, \"payment\": " + Samples.PAYMENT + "}"),
        results("{\"index\": \"UNSHOWN\"}"),
        FakeServer.response(400, "{\"error\": " + ERROR.formatted("VAL001", "items.0") + "}")
            .build());
  }

  @ParameterizedTest
  @MethodSource("responses")
  void noSecretIsShown(MockResponse response) {
    server.responds(response);
    PaymentBatchItem item =
        PaymentBatchItem.builder()
            .amount(Samples.payment().amount())
            .paymentMethod(Samples.payment().paymentMethod())
            .build();

    BatchResult<Payment> result =
        client.payments().createBatch(Collections.nCopies(2, item), BatchOptions.none());

    String shown =
        result
            + text(catchThrowable(result::throwIfAnyFailed))
            + result.items().stream().map(each -> text(each.error())).toList();
    assertThat(shown).doesNotContain("UNSHOWN", Samples.CARD);
  }

  private static String text(@Nullable Throwable thrown) {
    StringWriter text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
