package cloud.finfusion.internal.pagination;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.spi.Paging;
import cloud.finfusion.testing.Await;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;

/** The rules of Reactive Streams, as its own test kit tests them, on the publisher of a list. */
@Tag("slow") // it waits to see that nothing comes
class PublisherTckTest {
  private static final List<Method> RULES =
      Arrays.stream(PublisherVerification.class.getMethods())
          .filter(each -> each.getName().matches("(required|optional|stochastic)_spec.*"))
          .toList();

  @TestFactory
  Stream<DynamicTest> pagesThatAreThereAtOnce() {
    return tests(elements -> FakeList.numbered(elements, 1).async());
  }

  @TestFactory
  Stream<DynamicTest> pagesThatComeOnOtherThreadsOneAhead() {
    return tests(
        elements ->
            Paging.<String>asyncPages(
                    "numbers.list",
                    null,
                    cursor ->
                        CompletableFuture.supplyAsync(
                            () -> FakeList.numbered(elements, 1).fetch(cursor)))
                .prefetch());
  }

  @Test
  void theTestKitHasItsRules() {
    assertThat(RULES).hasSizeGreaterThan(25);
  }

  /** Makes a list of that many items. */
  @FunctionalInterface
  private interface Lists {
    AsyncPages<String> of(int elements);
  }

  private static Stream<DynamicTest> tests(Lists lists) {
    return RULES.stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> check(rule, lists)));
  }

  private static void check(Method rule, Lists lists) throws Throwable {
    Verification verification = new Verification(lists);
    verification.setUp();
    try {
      rule.invoke(verification);
    } catch (InvocationTargetException failed) {
      Assumptions.assumeFalse(
          failed.getCause() instanceof SkipException, () -> "skipped: " + failed.getCause());
      throw failed.getCause();
    }
  }

  private static final class Verification extends FlowPublisherVerification<String> {
    private final Lists lists;
    private final TestEnvironment environment;

    Verification(Lists lists) {
      this(lists, new TestEnvironment(10_000, 50, 50));
    }

    private Verification(Lists lists, TestEnvironment environment) {
      super(environment, 100);
      this.lists = lists;
      this.environment = environment;
    }

    @Override
    public Flow.Publisher<String> createFlowPublisher(long elements) {
      AsyncPages<String> pages = lists.of((int) Math.min(elements, Integer.MAX_VALUE));
      return (elements == 0 ? pages.limit(0) : pages).publisher();
    }

    /** A page is fetched when it is requested, so there is none that fails before. */
    @Override
    public Flow.@Nullable Publisher<String> createFailedFlowPublisher() {
      return null;
    }

    /** The kit looks once, 100 ms after the end; on a busy machine a thread may need longer. */
    @Override
    public void
        required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
            throws Throwable {
      Publisher<String> publisher = createPublisher(3);
      try {
        Await.collected(cancelled(publisher));
      } finally {
        Reference.reachabilityFence(publisher);
      }
      environment.verifyNoAsyncErrorsNoDelay();
    }

    private WeakReference<?> cancelled(Publisher<String> publisher) throws Throwable {
      var subscriber = environment.newManualSubscriber(publisher);
      subscriber.request(1);
      subscriber.nextElement();
      subscriber.cancel();
      return new WeakReference<>(subscriber);
    }
  }
}
