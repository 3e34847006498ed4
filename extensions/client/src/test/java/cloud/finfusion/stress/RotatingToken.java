package cloud.finfusion.stress;

import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.testing.Samples;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A credential that fetches another token, in its own time, when one is refused. */
final class RotatingToken implements FetchedCredential, AutoCloseable {
  private final Chance chance;
  private final AtomicInteger tokens = new AtomicInteger();
  private final ScheduledExecutorService network = Executors.newScheduledThreadPool(1);
  private volatile CompletableFuture<?> ready = CompletableFuture.completedFuture(null);

  RotatingToken(Chance chance) {
    this.chance = chance;
  }

  @Override
  public String token() {
    chance.mayThrow(300);
    return Samples.KEY + tokens.get();
  }

  @Override
  @SuppressWarnings("NullAway") // a null is one of the faults
  public @Nullable CompletableFuture<?> ready() {
    chance.mayThrow(300);
    return chance.oneIn(300) ? null : ready;
  }

  @Override
  public boolean refused(String token) {
    chance.mayThrow(50);
    if (chance.oneIn(10)) {
      return false;
    }
    CompletableFuture<?> fetched = new CompletableFuture<>();
    ready = fetched;
    var unused = network.schedule(() -> end(fetched), chance.nanos(3), TimeUnit.NANOSECONDS);
    return true;
  }

  private void end(CompletableFuture<?> fetched) {
    tokens.incrementAndGet();
    if (chance.oneIn(20)) {
      fetched.completeExceptionally(new IOException());
    } else {
      fetched.complete(null);
    }
  }

  @Override
  public String owner(String token) {
    chance.mayThrow(300);
    return "owner";
  }

  @Override
  public void close() {
    network.shutdown();
  }
}
