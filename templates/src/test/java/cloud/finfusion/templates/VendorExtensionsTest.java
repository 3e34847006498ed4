package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong extension is refused with operation, expectation and line. */
class VendorExtensionsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nextCursor: next_cursor }      | nextCursor: nxt }            | x-finfusion-pagination: expected nextCursor to be one of [data, has_more, next_cursor], got nxt
          { cursor: cursor, items: data  | { cursor: from, items: data  | x-finfusion-pagination: expected cursor to be one of [
          items: data, hasMore           | hasMore                      | x-finfusion-pagination: expected a map with [cursor, hasMore, items, nextCursor], got
          x-finfusion-idempotency: true  | x-finfusion-idempotency: yep | createPayment: x-finfusion-idempotency: expected true or false, got yep
          x-finfusion-method: list       | x-finfusion-method: to list  | x-finfusion-method: expected a Java method name, got to list
          x-finfusion-family: payment    | x-finfusion-family: Payment  | createPayment: x-finfusion-family: expected a name in snake_case, got Payment
          x-finfusion-family: payment    | x-finfusion-familly: payment | createPayment: x-finfusion-familly: expected one of [
          x-finfusion-ttl: 3600          | x-finfusion-ttl: 1h          | listCustomers: x-finfusion-ttl: expected whole seconds, at least 1, got 1h
          x-finfusion-ttl: 3600          | x-finfusion-ttl: 0           | listCustomers: x-finfusion-ttl: expected whole seconds, at least 1, got 0
          x-finfusion-money: { value: value | x-finfusion-money: { value: worth | Amount: x-finfusion-money: expected value to be one of [currency, value], got worth
          x-finfusion-sensitive: true    | x-finfusion-sensitive: very  | x-finfusion-sensitive: expected true or false, got very
          x-finfusion-wait: { field: status | x-finfusion-wait: { field: state | retrievePayment: x-finfusion-wait: expected field to be one of [amount, amount_refunded, created_at, id, metadata, payment_method, status], got state
          x-finfusion-wait: { field: status | x-finfusion-wait: { field: id    | retrievePayment: x-finfusion-wait: expected field to be an enum of texts, got id
          final: [succeeded, failed, canceled, | final: [succeded, failed, canceled, | x-finfusion-wait: expected final to be of [canceled, disputed, failed, partially_refunded, processing, refunded, requires_capture, succeeded], got succeded
          failed: [failed, canceled]     | failed: [failed, processing] | x-finfusion-wait: expected failed to be of [canceled, disputed, failed, partially_refunded, refunded, succeeded], got processing
          failed: [failed, canceled]     | failed: [failed, failed]     | x-finfusion-wait: expected failed to name each value once, got [failed, failed]
          failed: [failed, canceled]     | failed: failed               | x-finfusion-wait: expected failed to be a list, got failed
          failed: [failed, canceled]     | fail: [failed]               | x-finfusion-wait: expected a map with [failed, field, final], got {
          final: [succeeded, failed], failed: [failed] | final: [], failed: [] | retrieveRefund: x-finfusion-wait: expected final to have a value, got []
          x-finfusion-wait: { field      | x-finfusion-ttl: 60\\n      x-finfusion-wait: { field | retrievePayment: x-finfusion-wait: expected no x-finfusion-ttl beside it, as a kept response is old, got one
          { items: items, results: results | { items: rows, results: results | x-finfusion-batch: expected items to be one of [items], got rows
          """)
  void wrongExtensionIsASentence(String before, String after, String problem) throws IOException {
    Path spec = Generation.edited(folder, before, after.replace("\\n", "\n"));
    assertThatThrownBy(() -> Generation.run(spec, "api", folder.resolve("out")))
        .hasStackTraceContaining(problem);
  }

  @Test
  void aWaitOfAWriteIsRefusedWithItsLine() throws IOException {
    Path spec =
        Generation.edited(
            folder,
            "operationId: createPayment",
            "operationId: createPayment\n      x-finfusion-wait: { field: status, final: [failed], failed: [] }");
    assertThatThrownBy(() -> Generation.run(spec, "api", folder.resolve("out")))
        .hasMessageMatching(
            "finfusion\\.yaml:\\d+: createPayment: x-finfusion-wait: expected a GET, got POST");
  }

  @Test
  void idempotencyOfAReadIsRefusedWithItsLine() throws IOException {
    Path spec =
        Generation.edited(
            folder,
            "operationId: listPayments",
            "operationId: listPayments\n      x-finfusion-idempotency: true");
    assertThatThrownBy(() -> Generation.run(spec, "api", folder.resolve("out")))
        .hasMessageMatching(
            "finfusion\\.yaml:\\d+: listPayments: x-finfusion-idempotency: expected a write, as a read"
                + " needs no key, got GET");
  }

  @Test
  void aWrongExtensionOfAPropertyHasTheLineOfThatProperty() throws IOException {
    String second =
        """
          schemas:
            Secret:
              type: object
              properties:
                first: { type: string, x-finfusion-sensitive: true }
                second:
                  type: string
                  x-finfusion-sensitive: very
        """;
    Path spec = Generation.edited(folder, "  schemas:\n", second);
    int line = 1 + Files.readAllLines(spec).indexOf("          x-finfusion-sensitive: very");

    assertThatThrownBy(() -> Generation.run(spec, "api", folder.resolve("out")))
        .hasMessage(
            "finfusion.yaml:%d: Secret.second: x-finfusion-sensitive: expected true or false, got"
                + " very",
            line);
  }

  @Test
  void ttlOfAWriteIsRefused() throws IOException {
    Path spec =
        Generation.edited(
            folder,
            "operationId: createPayment",
            "operationId: createPayment\n      x-finfusion-ttl: 60");
    assertThatThrownBy(() -> Generation.run(spec, "api", folder.resolve("out")))
        .hasMessageContaining("createPayment: x-finfusion-ttl: expected a GET, got POST");
  }
}
