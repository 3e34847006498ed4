package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The README's lists, run: 25 customers, which are two pages, in each of the five forms. */
class ReadmeListsTest {
  @Test
  void eachFormReadsAllCustomers() throws Exception {
    Recorder recorder = new Recorder();
    AtomicInteger received = new AtomicInteger();
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build();
        Processor processor = new Processor()) {
      for (int i = 0; i < 25; i++) {
        client.customers().create(CustomerCreateParams.builder().email("a@b.example").build());
      }
      var done = processor.consume(each -> received.incrementAndGet());

      recorder.readLists(client, processor);

      done.get(30, TimeUnit.SECONDS);
    }
    assertThat(recorder.greeted).hasValue(4 * 25);
    assertThat(received).hasValue(25);
    assertThat(recorder.saved).hasSize(2).last().isNull();
  }

  /** A subscriber as programs have one: what it gets, it passes on. */
  private static final class Processor extends SubmissionPublisher<Customer>
      implements Flow.Processor<Customer, Customer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Customer item) {
      submit(item);
    }

    @Override
    public void onError(Throwable failure) {
      closeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      close();
    }
  }

  /** Counts whom the recipes greet, and keeps the cursors that they save. */
  private static final class Recorder extends ReadmeRecipes {
    final AtomicInteger greeted = new AtomicInteger();
    final List<@Nullable String> saved = new ArrayList<>();

    @Override
    @Nullable String savedCursor() {
      return null;
    }

    @Override
    void save(@Nullable String cursor) {
      saved.add(cursor);
    }

    @Override
    void greet(Customer customer) {
      greeted.incrementAndGet();
    }

    @Override
    String lastHandled() {
      throw new AssertionError("of other recipes");
    }

    @Override
    void keep(String eventId) {
      throw new AssertionError("of other recipes");
    }

    @Override
    void show(long processed, @Nullable Duration left) {
      throw new AssertionError("of other recipes");
    }

    @Override
    void page(String text) {
      throw new AssertionError("of other recipes");
    }

    @Override
    void ship(Payment payment) {
      throw new AssertionError("of other recipes");
    }

    @Override
    void askForAnotherCard() {
      throw new AssertionError("of other recipes");
    }

    @Override
    void reconcile(@Nullable String key) {
      throw new AssertionError("of other recipes");
    }

    @Override
    void log(@Nullable String requestId) {
      throw new AssertionError("of other recipes");
    }
  }
}
