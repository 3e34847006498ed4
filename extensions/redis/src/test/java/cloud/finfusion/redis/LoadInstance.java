package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * An instance that takes as many permits as it gets. It is ready when it prints so, starts with a
 * line of input, and prints how many permits it got and how long each took.
 */
final class LoadInstance {
  private static final int THREADS = 8;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final PermitSource permits;
  private final long seconds;

  private LoadInstance(PermitSource permits, long seconds) {
    this.permits = permits;
    this.seconds = seconds;
  }

  /**
   * The port, ours or bucket4j, the lease, the seconds, and how much the clock is ahead of others.
   */
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> end(thrown));
    long ahead = Long.parseLong(args[4]) * SECOND;
    RateLimiter plan = LoadTest.plan(() -> System.nanoTime() + ahead);
    RedisURI uri = RedisURI.create("127.0.0.1", Integer.parseInt(args[0]));
    PermitSource permits =
        args[1].equals("ours")
            ? RedisRateLimiter.builder(FinFusionRedis.builder().uri(uri).build())
                .plan(plan)
                .leaseSize(Integer.parseInt(args[2]))
                .build()
                .account("load")
                .permitSource()
            : new Bucket4jPermits(RedisClient.create(uri), plan);
    LoadInstance instance = new LoadInstance(permits, Long.parseLong(args[3]));
    instance.warmUp();
    System.out.println("ready");
    if (System.in.read() >= 0) {
      instance.run();
    }
    System.exit(0);
  }

  /**
   * Loads classes and opens the connection; costs some permits, which are there again at the start.
   */
  private void warmUp() {
    for (int i = 0; i < 20 || permits.degraded(); i++) {
      permits.reserve("warm.up", Duration.ZERO).toCompletableFuture().join();
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  /** Threads of the connection would keep a program that failed. */
  private static void end(Throwable thrown) {
    thrown.printStackTrace();
    System.exit(1);
  }

  private void run() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long end = System.nanoTime() + seconds * SECOND;
    Callable<List<Long>> taking = () -> take(end);
    List<Long> latencies = new ArrayList<>();
    for (Future<List<Long>> each : threads.invokeAll(Collections.nCopies(THREADS, taking))) {
      latencies.addAll(each.get());
    }
    latencies.stream().map(String::valueOf).forEach(System.out::println);
    System.out.println("end");
  }

  /** Returns the microseconds that each permit took. */
  private List<Long> take(long end) {
    List<Long> latencies = new ArrayList<>();
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      Reservation reservation =
          permits.reserve("payments.create", Duration.ZERO).toCompletableFuture().join();
      if (reservation.granted() && reservation.use().isZero()) {
        latencies.add((System.nanoTime() - start) / 1000);
      } else {
        LockSupport.parkNanos(Math.max(SECOND / 1000, reservation.readyIn().toNanos()));
      }
    }
    return latencies;
  }
}
