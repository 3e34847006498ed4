package cloud.finfusion.internal.loop;

import java.util.SplittableRandom;

/**
 * An honest server behind a network that is not: it knows whether it did the operation, and says
 * what it must not be blamed for.
 */
final class SimulatedServer {
  private static final int[] REFUSALS = {401, 401, 402, 403, 422, 429, 429, 503, 503};
  private static final int[] OPEN = {408, 409, 500, 502, 504};

  private final SplittableRandom random;
  private final boolean repeatable;
  private boolean reached;
  private boolean done;
  private boolean leftOpen;

  SimulatedServer(SplittableRandom random, boolean repeatable) {
    this.random = random;
    this.repeatable = repeatable;
  }

  /** Whether a byte of any attempt may have come. */
  boolean reached() {
    return reached;
  }

  /** Whether it did the operation. */
  boolean done() {
    return done;
  }

  /** Whether the client cannot know, of any attempt, if it did it. */
  boolean leftOpen() {
    return leftOpen;
  }

  /** What comes of the next attempt. */
  AttemptResult next() {
    AttemptResult result =
        switch (random.nextInt(6)) {
          case 0 -> success();
          case 1 -> refusal(REFUSALS[random.nextInt(REFUSALS.length)]);
          case 2 -> refusal(404); // of anybody on the way
          case 3 -> maybeDone(LoopResults.maybe(OPEN[random.nextInt(OPEN.length)]));
          case 4 -> maybeDone(repeatable && random.nextBoolean() ? LoopResults.stale() : lost());
          default -> LoopResults.notSent();
        };
    reached |= result.sent();
    leftOpen |= result.mayBeDone();
    return result;
  }

  private AttemptResult lost() {
    return random.nextInt(4) == 0 ? LoopResults.local() : LoopResults.lost();
  }

  private AttemptResult success() {
    done = true;
    return LoopResults.of(200);
  }

  private AttemptResult maybeDone(AttemptResult result) {
    done |= random.nextBoolean();
    return result;
  }

  /** One that did the operation would repeat its result, so 402 and 422 prove that it did not. */
  private AttemptResult refusal(int status) {
    if (status != 402 && status != 422) {
      return LoopResults.of(status);
    }
    return done ? LoopResults.of(200) : LoopResults.proof(status);
  }
}
