package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.CustomerListParams;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.spi.Paging;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.TestClients;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five customers, two on a page. */
class PagesTest {
  private static final CustomerListParams TWO = CustomerListParams.builder().limit(2).build();
  private static final List<String> NEWEST_FIRST = List.of("n5", "n4", "n3", "n2", "n1");

  @AutoClose private final Sandbox sandbox = Sandbox.start();
  @AutoClose private final FinFusion client = TestClients.of(sandbox).build();

  @BeforeEach
  void fiveCustomers() {
    for (int i = 1; i <= 5; i++) {
      client
          .customers()
          .create(CustomerCreateParams.builder().email("a@b.example").name("n" + i).build());
    }
  }

  @Test
  void aPageIsFetchedWhenItsFirstItemIsAskedFor() {
    Pages<Customer> pages = client.customers().list(TWO);
    assertThat(requests()).isZero();

    Iterator<Customer> customers = pages.iterator();
    customers.next();
    customers.next();
    assertThat(requests()).isEqualTo(1);

    customers.next();
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void streamsAreAsLazyAndEachStartsAnew() {
    Pages<Customer> pages = client.customers().list(TWO);

    assertThat(pages.stream().limit(2).map(Customer::name)).containsExactly("n5", "n4");
    assertThat(requests()).isEqualTo(1);
    assertThat(pages.stream().map(Customer::name)).containsExactlyElementsOf(NEWEST_FIRST);
    assertThat(requests()).isEqualTo(4);
  }

  @Test
  void aSavedCursorIsResumed() {
    Page<Customer> first = client.customers().list(TWO).pages().iterator().next();
    CustomerListParams rest = TWO.toBuilder().cursor(String.valueOf(first.nextCursor())).build();

    assertThat(client.customers().list(rest).stream().map(Customer::name))
        .containsExactly("n3", "n2", "n1");
  }

  @Test
  void aSavedCursorIsResumedByTheListItself() {
    Pages<Customer> pages = client.customers().list(TWO);
    String saved = pages.pages().iterator().next().nextCursor();

    assertThat(pages.from(saved).stream().map(Customer::name)).containsExactly("n3", "n2", "n1");
    assertThat(client.async().customers().list(TWO).from(saved).first().join().items())
        .extracting(Customer::name)
        .containsExactly("n3", "n2");
  }

  @Test
  void withPrefetchThePageAfterItIsRequestedToo() {
    Iterator<Customer> customers = client.customers().list(TWO).prefetch().iterator();

    assertThat(customers.next().name()).isEqualTo("n5");
    assertThat(customers).toIterable().extracting(Customer::name).hasSize(4).endsWith("n2", "n1");
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void aLimitEndsTheListAndItsRequests() {
    assertThat(client.customers().list(TWO).limit(2)).hasSize(2);
    assertThat(client.customers().list(TWO).prefetch().limit(1)).hasSize(1);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void asPublisherInOrderToTheEnd() {
    List<String> names = new ArrayList<>();
    SubmissionPublisher<Customer> relay = new SubmissionPublisher<>(Runnable::run, 8);
    CompletableFuture<Void> done = relay.consume(each -> names.add(each.name()));

    client.async().customers().list(TWO).publisher().subscribe(new Relay(relay));

    BlockingOrAsync.result(done);
    assertThat(names).isEqualTo(NEWEST_FIRST);
    assertThat(requests()).isEqualTo(3);
  }

  /** Passes on to a publisher of the JDK. */
  private record Relay(SubmissionPublisher<Customer> to) implements Flow.Subscriber<Customer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Customer item) {
      to.submit(item);
    }

    @Override
    public void onError(Throwable failure) {
      to.closeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      to.close();
    }
  }

  @Test
  void asynchronouslyInOrderToTheEnd() {
    List<String> names = new ArrayList<>();

    BlockingOrAsync.result(
        client.async().customers().list(TWO).forEach(each -> names.add(each.name())));

    assertThat(names).isEqualTo(NEWEST_FIRST);
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void asynchronouslyItForgetsThePagesThatItRead() {
    List<CompletableFuture<Page<Integer>>> fetched = new ArrayList<>();
    AsyncPages<Integer> pages =
        Paging.asyncPages(
            "numbers.list",
            null,
            cursor -> {
              fetched.add(new CompletableFuture<>());
              return fetched.get(fetched.size() - 1);
            });
    CompletableFuture<Void> done = pages.forEach(item -> {});

    for (int i = 0; i < 3; i++) {
      fetched.get(i).complete(new Page<>(List.of(i), "after " + i));
    }

    assertThat(done.getNumberOfDependents()).isEqualTo(1);
    done.cancel(true);
    assertThat(fetched.get(3)).isCancelled();
  }

  @Test
  void aConsumerThatThrowsEndsTheIteration() {
    IllegalStateException mine = new IllegalStateException("mine");
    CompletableFuture<Void> done =
        client
            .async()
            .customers()
            .list(TWO)
            .forEach(
                each -> {
                  throw mine;
                });

    assertThat(catchThrowable(() -> BlockingOrAsync.result(done))).isSameAs(mine);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void cancelledItFetchesNoFurtherPage() throws Exception {
    AsyncPages<Customer> pages = client.async().customers().list(TWO);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    CompletableFuture<Void> done =
        pages.forEach(
            each -> {
              first.countDown();
              awaitQuietly(cancelled);
            });
    first.await();

    done.cancel(true);
    cancelled.countDown();

    assertThat(catchThrowable(done::join)).isInstanceOf(CancellationException.class);
    client.close();
    assertThat(requests()).isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  private long requests() {
    return sandbox.requests().stream()
        .filter(each -> "customers.list".equals(each.operation()))
        .count();
  }
}
