package cloud.finfusion.verification.bulk;

import cloud.finfusion.sandbox.Ledger.Kind;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;

/**
 * Batches beside single requests, and a bulk run of a million payments through a heap of 64 MB:
 * {@code mvn -q -Drun=bulk}, with {@code -Ditems=} for another number. The sandbox keeps what it is
 * sent, 4 KB a payment, in this JVM; the run is in another. The exit code is 1 if a payment was
 * lost or doubled.
 */
public final class Million {
  private Million() {}

  /** Takes the number of payments. */
  public static void main(String[] args) throws Exception {
    long items = Long.parseLong(args[0]);
    var unused = new OneByOne(Duration.ZERO).isSlower(); // printed only, and warms both forms up
    boolean holds = new OneByOne(Duration.ofMillis(10)).isSlower();
    try (Sandbox sandbox = Sandbox.builder().history(1).start()) {
      int exit =
          OtherJvm.start(
                  "-Xmx64m",
                  SmallHeap.class,
                  sandbox.baseUri().toString(),
                  sandbox.apiKey(),
                  args[0])
              .waitFor();
      long charges = sandbox.ledger().count(Kind.CHARGE);
      System.out.printf("%-45s %12d%n", "charges in the ledger", charges);
      holds &= exit == 0 && charges == items;
    }
    System.out.println(
        holds ? "Each payment was done once, and batches are 30 times as fast." : "It fails.");
    System.exit(holds ? 0 : 1);
  }
}
