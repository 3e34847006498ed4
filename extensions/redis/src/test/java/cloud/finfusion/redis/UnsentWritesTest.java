package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What is sent when, with a Redis and a delay of the test's own. */
class UnsentWritesTest {
  private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
  private final List<String> sent = new ArrayList<>();
  private final Queue<CompletableFuture<String>> responses = new ArrayDeque<>();
  private final UnsentWrites unsent =
      new UnsentWrites(3, UnsentWrites::removeOldest, this::send, later::add);

  private synchronized CompletableFuture<String> send(String write) {
    sent.add(write);
    CompletableFuture<String> response = responses.poll();
    return response == null ? CompletableFuture.completedFuture("OK") : response;
  }

  private synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  private void delayPasses() {
    Await.until(() -> !later.isEmpty(), () -> "nothing is to be done later");
    later.remove().run();
  }

  private void untilSent(String... writes) {
    Await.until(() -> sent().equals(List.of(writes)), () -> sent().toString());
  }

  @Test
  void allAreSentAfterADelayTheOldestFirst() {
    unsent.add("a");
    unsent.add("b");
    unsent.add("a");
    assertThat(sent()).isEmpty();
    assertThat(unsent.contains("b")).isTrue();

    delayPasses();

    untilSent("a", "b");
    Await.until(() -> !unsent.contains("b"), () -> "b is still kept");
    assertThat(later).isEmpty();
  }

  @Test
  void aWriteThatFailsAgainIsSentAfterAnotherDelay() {
    responses.add(CompletableFuture.failedFuture(new IllegalStateException("still down")));
    unsent.add("a");

    delayPasses();
    Await.until(() -> !later.isEmpty(), () -> "given up");
    assertThat(unsent.contains("a")).isTrue();
    delayPasses();

    untilSent("a", "a");
    Await.until(() -> !unsent.contains("a"), () -> "a is still kept");
  }

  @Test
  void aWriteThatIsAddedWhileTheSameIsBeingSentIsSentAgain() {
    CompletableFuture<String> response = new CompletableFuture<>();
    responses.add(response);
    unsent.add("a");
    delayPasses();

    unsent.add("a");
    response.complete("OK");

    untilSent("a", "a");
    Await.until(() -> !unsent.contains("a"), () -> "a is still kept");
  }

  @Test
  void whatMakesRoomWhileItIsBeingSentIsSentAgain() {
    UnsentWrites one =
        new UnsentWrites(
            1,
            writes -> {
              writes.clear();
              writes.add("all");
            },
            this::send,
            later::add);
    CompletableFuture<String> response = new CompletableFuture<>();
    responses.add(response);
    one.add("all");
    delayPasses();

    one.add("a");
    response.complete("OK");

    untilSent("all", "all");
  }

  @Test
  void whatComesAfterAllWereSentIsSentToo() {
    unsent.add("a");
    delayPasses();
    untilSent("a");
    Await.until(() -> !unsent.contains("a"), () -> "a is still kept");

    Await.until(
        () -> {
          unsent.add("b");
          return !later.isEmpty();
        },
        () -> "nothing sends it");
    delayPasses();

    untilSent("a", "b");
  }

  @Test
  void ofTooManyTheOldestIsGivenUp() {
    List.of("a", "b", "c", "d").forEach(unsent::add);

    delayPasses();

    untilSent("b", "c", "d");
  }

  @Test
  void nothingIsSentAfterTheEnd() {
    unsent.add("a");
    unsent.close();
    unsent.add("b");

    delayPasses();

    assertThat(sent()).isEmpty();
    assertThat(later).isEmpty();
    assertThat(unsent.contains("a")).isFalse();
  }
}
