package cloud.finfusion.testing;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Code of a caller's that throws while it is armed, and counts how often it did. */
public final class Thrower {
  private final @Nullable Thrown kind;
  private final AtomicInteger thrown = new AtomicInteger();
  private volatile boolean armed;

  /** One that throws this; null for one that never throws. */
  public Thrower(@Nullable Thrown kind) {
    this.kind = kind;
  }

  public void arm(boolean on) {
    armed = on;
  }

  /** Whether it throws now. */
  public boolean isArmed() {
    return armed && kind != null;
  }

  /** The caller's code runs. */
  public void run() {
    if (isArmed()) {
      thrown.incrementAndGet();
      throw Objects.requireNonNull(kind).now();
    }
  }

  /** The caller's code runs, and would return this. */
  public <T> T or(T otherwise) {
    run();
    return otherwise;
  }

  /** Returns when it threw: some code runs a little later, on another thread. */
  public void await() {
    if (kind != null) {
      Await.until(() -> thrown() > 0);
    }
  }

  public int thrown() {
    return thrown.get();
  }

  @Override
  public String toString() {
    return String.valueOf(kind);
  }
}
