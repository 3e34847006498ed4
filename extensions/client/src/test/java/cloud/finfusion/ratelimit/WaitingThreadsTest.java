package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.testing.ThreadGroupCounter;
import cloud.finfusion.testing.WaitingCalls;
import cloud.finfusion.testing.WaitingCalls.WaitPoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An asynchronous call that waits holds no thread. */
class WaitingThreadsTest {
  private static final int CALLS = 1000;

  @ParameterizedTest(
      name = "C170 1,000 asynchronous calls that wait for a {0}: two threads at most")
  @EnumSource(names = {"RETRY", "PERMIT"})
  void aThousandThatWait(WaitPoint place) throws Exception {
    ThreadGroupCounter threads = new ThreadGroupCounter();
    try (WaitingCalls waiting = new WaitingCalls(place, new SystemTime())) {
      List<CompletableFuture<?>> futures =
          threads.run(
              () ->
                  IntStream.range(0, CALLS)
                      .<CompletableFuture<?>>mapToObj(
                          i -> waiting.client().async().customers().retrieve("cust_1"))
                      .toList());
      waiting.awaitWaits(CALLS);
      threads.joinAll("finfusion-call"); // those of the first attempts end when they are idle

      assertThat(threads.alive()).hasSizeLessThanOrEqualTo(2);
      assertThat(futures).noneMatch(CompletableFuture::isDone);
    }
  }
}
