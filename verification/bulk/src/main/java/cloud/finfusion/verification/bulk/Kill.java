package cloud.finfusion.verification.bulk;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The kill test: {@code mvn -q -Drun=kill}, with {@code -Dseed=} for the kills of an earlier run. A
 * program that pays in bulk is killed at random points and started again, until it ends by itself.
 * The exit code is 1 unless the ledger then holds each payment once.
 */
public final class Kill {
  private static final int PAYMENTS = 4000;
  private static final int KILLS = 20;

  private final Sandbox sandbox;
  private final Path checkpoint;
  private final Random random;

  private Kill(Sandbox sandbox, Path checkpoint, long seed) {
    this.sandbox = sandbox;
    this.checkpoint = checkpoint;
    this.random = new Random(seed);
  }

  /** Runs it with the seed that is given, or with {@code random}. */
  public static void main(String[] args) throws Exception {
    long seed = args[0].equals("random") ? new SecureRandom().nextInt() : Long.parseLong(args[0]);
    System.out.printf("%d payments, %d kills, seed %d%n", PAYMENTS, KILLS, seed);
    Path folder = Files.createTempDirectory("kill");
    boolean holds;
    try (Sandbox sandbox = Sandbox.builder().history(2 * PAYMENTS).start()) {
      holds = new Kill(sandbox, folder.resolve("kill.checkpoint"), seed).holds();
    }
    System.exit(holds ? 0 : 1);
  }

  private boolean holds() throws IOException, InterruptedException {
    for (int i = 0; i < KILLS; i++) {
      boolean ended = i % 2 == 0 ? killFromOutside() : endBetweenResponseAndCheckpoint();
      if (!ended) {
        System.out.println("It fails: the program ended before it was killed.");
        return false;
      }
    }
    int exit = start(Long.MAX_VALUE).waitFor();
    List<Long> amounts = sandbox.ledger().charges().stream().map(Ledger.Entry::amount).toList();
    long different = amounts.stream().distinct().count();
    System.out.printf(
        "%d requests, %d charges, %d lost, %d doubled%n",
        sandbox.requestCount(), amounts.size(), PAYMENTS - different, amounts.size() - different);
    return exit == 0 && different == PAYMENTS && amounts.size() == PAYMENTS;
  }

  /** Kills the program when the sandbox has had a few more requests, wherever it is then. */
  private boolean killFromOutside() throws IOException, InterruptedException {
    long requests = sandbox.requestCount() + 1 + random.nextInt(8);
    Process program = start(Long.MAX_VALUE);
    while (program.isAlive() && sandbox.requestCount() < requests) {
      TimeUnit.MICROSECONDS.sleep(random.nextInt(2000));
    }
    boolean alive = program.isAlive();
    program.destroyForcibly().waitFor();
    return alive;
  }

  private boolean endBetweenResponseAndCheckpoint() throws IOException, InterruptedException {
    return start(1 + random.nextInt(150)).waitFor() != 0;
  }

  private Process start(long results) throws IOException {
    return OtherJvm.start(
        "-XX:TieredStopAtLevel=1",
        Child.class,
        sandbox.baseUri().toString(),
        sandbox.apiKey(),
        checkpoint.toString(),
        String.valueOf(PAYMENTS),
        String.valueOf(results));
  }
}
