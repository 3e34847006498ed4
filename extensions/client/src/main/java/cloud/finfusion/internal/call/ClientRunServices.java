package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.run.RunServices;
import cloud.finfusion.metrics.CallListener;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What runs of many calls share with a client. */
public record ClientRunServices(CallServices services) implements RunServices {
  @Override
  public boolean isClosed() {
    return services.open().isClosed();
  }

  @Override
  public long nanos() {
    return services.time().nanos();
  }

  @Override
  public Instant now() {
    return services.time().instant();
  }

  @Override
  public String destination() {
    return services.options().baseUrl() + " " + services.options().environment();
  }

  @Override
  public Duration callDeadline() {
    return services.options().deadline();
  }

  @Override
  public Runnable afterWait(Duration wait, Runnable task) {
    Wait waiting = new Wait(task);
    try {
      services.open().enter(waiting);
      waiting.timedBy(services.time().afterWait(wait.toNanos(), waiting::end));
    } catch (IllegalStateException closed) {
      waiting.end();
    }
    return waiting::endEarly;
  }

  @Override
  public @Nullable Duration retryDelay(int status, int retries, Duration left) {
    return services.retries().itemDelay(status, retries, left);
  }

  @Override
  public CallMaker capture() {
    CallerContexts contexts = services.events().runStarted();
    return contexts::around;
  }

  @Override
  public void notify(Consumer<CallListener> event) {
    services.events().send(event);
  }

  /** A wait between calls, which ends once: by time, or by closing the client. */
  private final class Wait implements Stoppable {
    private final Runnable task;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Runnable timer = () -> {};

    Wait(Runnable task) {
      this.task = task;
    }

    void timedBy(Runnable takeBackTimer) {
      timer = takeBackTimer;
      if (ended.get()) {
        takeBackTimer.run(); // it ended before its timer was known here
      }
    }

    void end() {
      if (ended.compareAndSet(false, true)) {
        services.open().leave(this);
        services.executor().execute(task);
      }
    }

    void endEarly() {
      timer.run();
      end();
    }

    @Override
    public void stop(StopReason reason) {
      endEarly();
    }
  }
}
