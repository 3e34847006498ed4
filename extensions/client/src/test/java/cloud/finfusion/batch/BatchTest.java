package cloud.finfusion.batch;

import static cloud.finfusion.batch.BatchSamples.customer;
import static cloud.finfusion.batch.BatchSamples.customers;
import static cloud.finfusion.batch.BatchSamples.done;
import static cloud.finfusion.batch.BatchSamples.done1;
import static cloud.finfusion.batch.BatchSamples.keys;
import static cloud.finfusion.batch.BatchSamples.kinds;
import static cloud.finfusion.batch.BatchSamples.refused;
import static cloud.finfusion.batch.BatchSamples.results;
import static cloud.finfusion.batch.BatchSamples.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.BatchFailedException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ValidationException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Theme L of the fault catalogue: many items, few requests, one honest result for each item. */
class BatchTest {
  private static final BatchOptions<Object> ONE_AT_A_TIME =
      BatchOptions.builder().concurrency(1).build();

  private final FakeServer server = new FakeServer();
  private final FinFusion client = TestClients.of(server).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @SuppressWarnings("NullAway") // what callers without nullness checks can pass
  private static List<CustomerBatchItem> noList() {
    return null;
  }

  private BatchResult<Customer> run(
      BlockingOrAsync mode,
      List<CustomerBatchItem> items,
      BatchOptions<? super CustomerBatchItem> options) {
    return mode.of(
        () -> client.customers().createBatch(items, options),
        () -> client.async().customers().createBatch(items, options));
  }

  private BatchResult<Customer> run(List<CustomerBatchItem> items) {
    return client.customers().createBatch(items, ONE_AT_A_TIME);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C173 items that fail do not keep the others from being done")
  void itemsFailOneByOne(BlockingOrAsync mode) {
    server.responds(results(refused(2, "PAY001"), done1(0), refused(1, 400, "VAL001")), done(1));

    BatchResult<Customer> result =
        run(mode, customers(4), BatchOptions.builder().concurrency(1).batchSize(3).build());

    assertThat(kinds(result)).isEqualTo("SFFS");
    assertThat(result.items()).extracting(BatchItem::index).containsExactly(0, 1, 2, 3);
    assertThat(result.succeeded()).extracting(each -> each.value().id()).contains("cust_0");
    assertThat(result.failed().get(0).error()).isInstanceOf(ValidationException.class);
    assertThat(((ApiException) result.failed().get(1).error()).code()).isEqualTo("PAY001");
    assertThat(((ApiException) result.failed().get(1).error()).status()).isEqualTo(402);
    assertThat(new HashSet<>(result.items().stream().map(BatchItem::idempotencyKey).toList()))
        .hasSize(4);
    assertThat(server.requests()).hasSize(2);
    assertThat(keys(server.requests().get(0)))
        .isEqualTo(result.items().subList(0, 3).stream().map(BatchItem::idempotencyKey).toList());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C174 a batch that stops says which items were never sent")
  void aStoppedBatchSkipsTheRest(BlockingOrAsync mode) {
    server.responds(done(2), results(done1(0), refused(1, "PAY001")), done(2));

    BatchResult<Customer> result =
        run(
            mode,
            customers(7),
            BatchOptions.builder().concurrency(1).batchSize(2).continueOnError(false).build());

    assertThat(kinds(result)).isEqualTo("SSSFSSS");
    assertThat(result.succeeded()).hasSize(3);
    assertThat(result.skipped()).extracting(BatchItem::index).containsExactly(4, 5, 6);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  @DisplayName("C175 an empty batch sends nothing")
  void anEmptyBatchSendsNothing() {
    BatchResult<Customer> result = run(List.of());

    assertThat(result.items()).isEmpty();
    result.throwIfAnyFailed();
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C175 what cannot be sent is refused before anything is")
  void whatCannotBeSentIsRefusedFirst(BlockingOrAsync mode) {
    List<CustomerBatchItem> withNull = new ArrayList<>(customers(150));
    withNull.set(149, null);

    assertThatThrownBy(() -> run(mode, withNull, BatchOptions.none()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("customers.createBatch items[149]")
        .hasMessageContaining("got null");
    assertThatThrownBy(() -> run(mode, noList(), BatchOptions.none()))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(client.async().customers().createBatch(noList(), BatchOptions.none()))
        .isCompletedExceptionally();
    assertThatThrownBy(() -> run(mode, customers(1), BatchOptions.builder().batchSize(101).build()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("at most 100, got 101");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"429, RATE001", "503, API002", "500, API001"})
  @DisplayName("C176 an item refused for a passing reason is sent again, and only that item")
  void onlyThePassingItemIsSentAgain(int status, String code) {
    server.responds(results(done1(0), refused(1, status, code), done1(2)), done(1));

    BatchResult<Customer> result = run(customers(3));

    assertThat(kinds(result)).isEqualTo("SSS");
    assertThat(sent(server.requests().get(1))).containsExactly(1);
    assertThat(keys(server.requests().get(1)))
        .containsExactly(keys(server.requests().get(0)).get(1));
    assertThat(server.headers("Idempotency-Key")).doesNotHaveDuplicates();
    assertThat(result.record().requests()).isEqualTo(2);
    assertThat(result.record().sentAgain()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"RATE001, F, REFUSED, 4", "API001, U, UNKNOWN, 4", "VAL001, F, REFUSED, 1"})
  void anItemIsSentAgainAsOftenAsTheClientAllows(
      String code, String kind, Outcome outcome, int requests) {
    server.responds(results(refused(0, code)));

    BatchResult<Customer> result = run(customers(1));

    assertThat(kinds(result)).isEqualTo(kind);
    RuntimeException thrown = result.items().get(0).error();
    assertThat(thrown).isInstanceOf(FinFusionException.class);
    FinFusionException error = (FinFusionException) Objects.requireNonNull(thrown);
    assertThat(error.outcome()).isEqualTo(outcome);
    assertThat(error.attempts()).isEqualTo(requests);
    assertThat(server.requests()).hasSize(requests);
  }

  @Test
  void anItemThatMayBeDoneStaysUnknownUntilARefusalProvesMore() {
    server.responds(
        results(refused(0, "API001"), refused(1, "API001")),
        results(refused(0, "RATE001"), refused(1, "PAY001")),
        results(refused(0, "AUTH003")));

    BatchResult<Customer> result = run(customers(2));

    assertThat(kinds(result)).isEqualTo("UF");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "missing; 0 2; SUS",
        "doubled; 0 1 1 2; SUS",
        "foreign; 0 1 2 3; UUU",
        "counted from one; 1 2 3; UUU",
        "negative; -1 0 1 2; UUU",
        "none; ; UUU",
      })
  void anIndexThatIsWrongMakesItemsUnknown(String name, String indexes, String kinds) {
    String[] results =
        indexes == null
            ? new String[0]
            : Arrays.stream(indexes.split(" "))
                .map(index -> done1(Integer.parseInt(index)))
                .toArray(String[]::new);
    server.responds(results(results));

    BatchResult<Customer> result = run(customers(3));

    assertThat(kinds(result)).as(name).isEqualTo(kinds);
    assertThat(result.unknown())
        .allSatisfy(each -> assertThat(each.error()).hasMessageContaining(each.idempotencyKey()));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aResultWithNeitherOrBothOfValueAndErrorIsUnknown() {
    String both =
        done1(1).replace("}}", "}, \"error\": {\"code\": \"PAY001\", \"message\": \"\"}}");
    server.responds(results("{\"index\": 0}", both, done1(2)));

    assertThat(kinds(run(customers(3)))).isEqualTo("UUS");
  }

  @Test
  void aRequestOfUnknownOutcomeMakesItsItemsUnknown() {
    server.responds(done(2), FakeServer.json("{\"results\": 1}"), done(2));

    BatchResult<Customer> result =
        client
            .customers()
            .createBatch(customers(6), BatchOptions.builder().concurrency(1).batchSize(2).build());

    assertThat(kinds(result)).isEqualTo("SSUUSS");
    assertThat(result.unknown())
        .extracting(BatchItem::idempotencyKey)
        .isEqualTo(keys(server.requests().get(1)));
  }

  @Test
  void aRefusedRequestFailsItsItemsAndTheOthersGoOn() {
    server.responds(
        FakeServer.response(402, "{\"error\": {\"code\": \"PAY001\", \"message\": \"m\"}}").build(),
        done(2));

    BatchResult<Customer> result =
        client
            .customers()
            .createBatch(customers(4), BatchOptions.builder().concurrency(1).batchSize(2).build());

    assertThat(kinds(result)).isEqualTo("FFSS");
  }

  @ParameterizedTest
  @CsvSource({"items.1.email", "items[1].email", "items.1"})
  void anItemThatSpoilsItsRequestFailsAloneAndTheOthersAreSentAgain(String field) {
    server.responds(
        FakeServer.response(
                400,
                "{\"error\": {\"code\": \"VAL001\", \"message\": \"m\", \"details\": [{\"field\": \""
                    + field
                    + "\", \"message\": \"x\"}]}}")
            .build(),
        done(2));

    BatchResult<Customer> result = run(customers(3));

    assertThat(kinds(result)).isEqualTo("SFS");
    assertThat(sent(server.requests().get(1))).containsExactly(0, 2);
    assertThat(result.failed().get(0).error()).isInstanceOf(ValidationException.class);
  }

  @Test
  void thoseRefusedForAPassingReasonAreSentAgainTogether() {
    server.responds(
        results(refused(0, "RATE001"), done1(1), refused(2, "API002"), refused(3, "PAY001")),
        done(2));

    BatchResult<Customer> result = run(customers(4));

    assertThat(kinds(result)).isEqualTo("SSSF");
    assertThat(sent(server.requests().get(1))).containsExactly(0, 2);
  }

  @Test
  void throwIfAnyFailedNamesTheNumbersAndTheFirstError() {
    server.responds(results(done1(0), refused(1, "PAY001"), done1(2)));
    BatchResult<Customer> result = run(customers(3));

    assertThatThrownBy(result::throwIfAnyFailed)
        .isInstanceOf(BatchFailedException.class)
        .hasMessage(
            "customers.createBatch: of 3 items 1 failed, 0 may have been done and 0 were skipped."
                + " See the items of the result.")
        .hasCause(result.failed().get(0).error());
    FinFusionException thrown = (FinFusionException) catchThrowable(result::throwIfAnyFailed);
    assertThat(thrown.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void keysAreStableByTheBatchsIdAndByReference() {
    server.responds(done(2));
    BatchOptions<Object> byId = BatchOptions.builder().batchId("import-7").build();
    BatchOptions<CustomerBatchItem> byReference =
        BatchOptions.<CustomerBatchItem>builder().reference(CustomerBatchItem::email).build();

    List<List<String>> all = new ArrayList<>();
    for (BatchOptions<? super CustomerBatchItem> each :
        List.<BatchOptions<? super CustomerBatchItem>>of(byId, byReference, BatchOptions.none())) {
      for (int i = 0; i < 2; i++) {
        BatchResult<Customer> result = client.customers().createBatch(customers(2), each);
        all.add(result.items().stream().map(BatchItem::idempotencyKey).toList());
      }
    }

    assertThat(all.get(0)).isEqualTo(all.get(1)).doesNotContainAnyElementsOf(all.get(2));
    assertThat(all.get(2)).isEqualTo(all.get(3));
    assertThat(all.get(4)).doesNotContainAnyElementsOf(all.get(5));
  }

  @Test
  void anItemsOwnKeyWins() {
    server.responds(done(1));
    CustomerBatchItem item = customer(0).toBuilder().idempotencyKey("order-17").build();

    BatchItem<Customer> result =
        client
            .customers()
            .createBatch(List.of(item), BatchOptions.builder().batchId("import-7").build())
            .items()
            .get(0);

    assertThat(result.idempotencyKey()).isEqualTo("order-17");
    assertThat(keys(server.requests().get(0))).containsExactly("order-17");
  }

  @Test
  void aReferenceIsShownAndOneThatCannotBeIsRefusedFirst() {
    server.responds(done(1));
    assertThat(
            client
                .customers()
                .createBatch(
                    customers(1),
                    BatchOptions.<CustomerBatchItem>builder()
                        .reference(CustomerBatchItem::email)
                        .build())
                .items())
        .extracting(BatchItem::reference)
        .containsExactly("c0@example.com");

    for (Function<Object, String> wrong :
        List.<Function<Object, String>>of(
            any -> " ",
            any -> null,
            any -> "x".repeat(1001),
            any -> {
              throw new StackOverflowError();
            })) {
      assertThatThrownBy(
              () ->
                  client
                      .customers()
                      .createBatch(customers(2), BatchOptions.builder().reference(wrong).build()))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("items[0]");
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anErrorOfAnItemIsOfTheTypeOfItsStatus() {
    server.responds(results(refused(0, 404, "OWN_1"), refused(1, "OWN_2")));

    BatchResult<Customer> result = run(customers(2));

    assertThat(result.failed())
        .extracting(each -> each.error().getClass().getSimpleName())
        .containsExactly("NotFoundException", "ValidationException");
  }

  @Test
  void rateLimitErrorsSayThatTheySoonPass() {
    server.responds(results(refused(0, "RATE001")));

    RateLimitException error = (RateLimitException) run(customers(1)).failed().get(0).error();

    assertThat(error.retryable()).isTrue();
  }
}
