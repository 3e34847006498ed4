package cloud.finfusion.verification.soak;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Sandbox;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * The soak: {@code mvn -q -Drun=soak}, with {@code -Dseed=} for the faults of an earlier run. It
 * ends with exit code 1 when the ledger contradicts what the calls reported.
 */
public final class Soak {
  private static final int PAYMENTS = 10_000;
  private static final int THREADS = 64;

  private final Sandbox sandbox;
  private final LongAdder attempts = new LongAdder();

  private Soak(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Runs it on a sandbox of its own, with the seed that is given, or with {@code random}. */
  public static void main(String[] args) {
    long seed = seed(args);
    System.out.printf("%d payments from %d threads, seed %d%n%n", PAYMENTS, THREADS, seed);
    boolean holds;
    try (Sandbox sandbox = Sandbox.builder().history(2 * PAYMENTS).start()) {
      sandbox
          .faults()
          .randomly("payments.create", seed)
          .status(0.20, 503)
          .resetAfterWork(0.02)
          .truncate(0.02);
      holds = new Soak(sandbox).run();
    }
    System.exit(holds ? 0 : 1);
  }

  private static long seed(String[] args) {
    return args.length == 0 || args[0].equals("random")
        ? new SecureRandom().nextInt()
        : Long.parseLong(args[0]);
  }

  private boolean run() {
    long start = System.nanoTime();
    List<Ending> endings;
    try (FinFusion client = client()) {
      endings = new Load(client, THREADS).pay(PAYMENTS);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Checks checks = new Checks(PAYMENTS, endings, sandbox.ledger().charges());
    checks.requireNothingHidden(attempts.sum(), sandbox.requestCount());
    Report report = new Report(System.out);
    report.endings(endings);
    report.line("attempts", attempts.sum());
    report.line("faults met", sandbox.faults().injected());
    report.line("charges in the ledger", sandbox.ledger().charges().size());
    report.times(endings, took);
    report.verdict(checks.violations());
    return checks.violations().isEmpty();
  }

  private FinFusion client() {
    return FinFusion.builder()
        .apiKey(sandbox.apiKey())
        .baseUrl(sandbox.baseUri())
        .retry(RetryOptions.builder().initialDelay(Duration.ofMillis(5)).build())
        .rateLimiter(RateLimiter.builder().maxRequests(100_000).burst(1_000).build())
        .listener(
            new CallListener() {
              @Override
              public void attemptEnded(AttemptRecord attempt) {
                attempts.increment();
              }
            })
        .build();
  }
}
