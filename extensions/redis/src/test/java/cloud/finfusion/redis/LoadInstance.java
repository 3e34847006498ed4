package cloud.finfusion.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * An instance that takes as many permits as it gets. It is ready when it prints so, starts with a
 * line of input, the time of its end, and prints how many permits it used until then and how long
 * the reservation of each took.
 */
final class LoadInstance {
  private static final int THREADS = 8;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final PermitSource permits;
  private final Duration maxWait;
  private final AtomicLong ofShare = new AtomicLong();

  private LoadInstance(PermitSource permits, Duration maxWait) {
    this.permits = permits;
    this.maxWait = maxWait;
  }

  /** The arguments of {@link LoadSettings}. */
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> end(thrown));
    LoadSettings settings = LoadSettings.of(args);
    Function<String, PermitSource> accounts = accounts(settings);
    Duration maxWait = settings.maxWait();
    new LoadInstance(accounts.apply("warm-up"), maxWait).warmUp(settings.warmUpSeconds());
    LoadInstance instance = new LoadInstance(accounts.apply("load"), maxWait);
    System.out.println("ready");
    String end = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    if (end != null) {
      instance.run(Instant.parse(end)).forEach(System.out::println);
      System.out.println(LoadProcess.OF_SHARE + instance.ofShare);
      System.out.println("end");
    }
    System.exit(0);
  }

  private static Function<String, PermitSource> accounts(LoadSettings settings) {
    RedisURI uri = RedisURI.create("127.0.0.1", settings.port());
    if (settings.bucket() == LoadSettings.Bucket.BUCKET4J) {
      return Bucket4jPermits.accounts(RedisClient.create(uri), settings.plan());
    }
    RateLimiter limiter =
        RedisRateLimiter.builder(FinFusionRedis.builder().uri(uri).build())
            .plan(settings.plan())
            .leaseSize(settings.leaseSize())
            .build();
    return account -> limiter.account(account).permitSource();
  }

  /** Loads and compiles classes and opens the connection, with another account's permits. */
  private void warmUp(int seconds) throws Exception {
    do {
      run(Instant.now().plusSeconds(seconds));
    } while (permits.degraded());
  }

  /** Threads of the connection would keep a program that failed. */
  private static void end(Throwable thrown) {
    thrown.printStackTrace();
    System.exit(1);
  }

  /** Returns the microseconds that the reservation of each permit took. */
  private List<Long> run(Instant end) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Callable<List<Long>> taking = () -> take(end);
    List<Long> latencies = new ArrayList<>();
    for (Future<List<Long>> each : threads.invokeAll(Collections.nCopies(THREADS, taking))) {
      latencies.addAll(each.get());
    }
    threads.shutdown();
    return latencies;
  }

  /** Until a time of the clock that Redis has too, and which may be corrected meanwhile. */
  private List<Long> take(Instant end) {
    List<Long> latencies = new ArrayList<>();
    while (Instant.now().isBefore(end)) {
      long start = System.nanoTime();
      Reservation reservation =
          permits.reserve("payments.create", maxWait).toCompletableFuture().join();
      long reserved = System.nanoTime();
      if (reservation.granted()) {
        use(reservation);
        boolean inTime = Instant.now().isBefore(end);
        if (inTime) { // permits used later belong to no second of the plan that is measured
          latencies.add((reserved - start) / 1000);
          ofShare.addAndGet(permits.degraded() ? 1 : 0);
        }
      } else {
        LockSupport.parkNanos(Math.max(SECOND / 1000, reservation.readyIn().toNanos()));
      }
    }
    return latencies;
  }

  private static void use(Reservation reservation) {
    for (long wait = reservation.use().toNanos(); wait > 0; wait = reservation.use().toNanos()) {
      LockSupport.parkNanos(wait);
    }
  }
}
