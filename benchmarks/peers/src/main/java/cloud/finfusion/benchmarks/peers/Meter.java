package cloud.finfusion.benchmarks.peers;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Measures blocks of one thing that is measured; the figures are of one call. */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What was returned last, so that no call can be left out. */
  static volatile @Nullable Object result;

  private final Callable<?> call;
  private final double[] wall;
  private final double[] cpu;
  private final double[] bytes;

  Meter(Callable<?> call, int rounds) {
    this.call = call;
    wall = new double[rounds];
    cpu = new double[rounds];
    bytes = new double[rounds];
  }

  /** One block; a round below zero only warms up. */
  void block(int round, int calls) throws Exception {
    long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    long cpuBefore = THREADS.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      result = call.call();
    }
    long after = System.nanoTime();
    long cpuAfter = THREADS.getCurrentThreadCpuTime();
    long bytesAfter = THREADS.getCurrentThreadAllocatedBytes();
    if (round >= 0) {
      wall[round] = (after - before) / 1e3 / calls;
      cpu[round] = (cpuAfter - cpuBefore) / 1e3 / calls;
      bytes[round] = (double) (bytesAfter - bytesBefore) / calls;
    }
  }

  Cost cost() {
    return new Cost(Spread.of(wall), Spread.of(cpu), Spread.of(bytes));
  }
}
