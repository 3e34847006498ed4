package cloud.finfusion.testing;

import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import retrofit2.Call;

/** A call on a thread of its own, which can be interrupted, and what came of it when. */
public final class StartedCall {
  /**
   * How a call ended.
   *
   * @param failure what it threw
   * @param interrupted whether its thread's flag was set then
   * @param startedAt when it was made, in nanoseconds of the real clock
   * @param at when it ended
   */
  public record End(Throwable failure, boolean interrupted, long startedAt, long at) {}

  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final Thread caller;

  public StartedCall(FinFusion client, BlockingOrAsync mode, Call<?> call) {
    caller =
        new Thread(
            () -> {
              long startedAt = System.nanoTime();
              Throwable failure = catchThrowable(() -> new Calls(client, mode).raw(call));
              long at = System.nanoTime();
              end.complete(
                  new End(
                      Objects.requireNonNullElseGet(
                          failure, () -> new AssertionError("a response came")),
                      Thread.currentThread().isInterrupted(),
                      startedAt,
                      at));
            });
    caller.start();
  }

  public Thread caller() {
    return caller;
  }

  public boolean isOver() {
    return end.isDone();
  }

  public End end() throws Exception {
    return end.get(30, TimeUnit.SECONDS);
  }
}
