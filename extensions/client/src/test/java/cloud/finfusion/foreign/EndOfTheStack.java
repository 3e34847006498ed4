package cloud.finfusion.foreign;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;

/** Makes calls where a recursion ran out of stack, at one depth after the other. */
final class EndOfTheStack {
  private static final int SLOTS = 2;
  private static final int DEPTHS = 300;
  private static final int CALLS_THAT_LOAD_CLASSES = 200;
  private static final long SMALL_STACK = 400_000;

  private final Calls calls;
  private int left = DEPTHS;

  private EndOfTheStack(Calls calls) {
    this.calls = calls;
  }

  /** Ends well if all slots are free afterwards, and in time. */
  public static void main(String[] mode) throws InterruptedException {
    try (FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));
        FinFusion client =
            TestClients.of(server)
                .maxConcurrent(SLOTS)
                .deadline(Duration.ofSeconds(10))
                .retries(0)
                .build()) {
      Calls calls = new Calls(client, BlockingOrAsync.valueOf(mode[0]));
      pay(calls, CALLS_THAT_LOAD_CLASSES);
      EndOfTheStack recursion = new EndOfTheStack(calls);
      Thread thread = new Thread(null, recursion::deeper, "small", SMALL_STACK);
      thread.start();
      thread.join();
      pay(calls, SLOTS + 1);
    }
  }

  private static void pay(Calls calls, int times) {
    for (int i = 0; i < times; i++) {
      Object payment = calls.pay();
      if (payment == null) {
        throw new AssertionError("no payment");
      }
    }
  }

  @SuppressWarnings("InfiniteRecursion") // it ends where the stack does
  private void deeper() {
    try {
      deeper();
    } catch (Throwable usedUp) {
      // here begins the way back
    }
    if (left-- > 0) {
      try {
        var unused = calls.pay();
      } catch (Throwable usedUp) {
        // nothing is left of the call, which is what the calls afterwards show
      }
    }
  }
}
