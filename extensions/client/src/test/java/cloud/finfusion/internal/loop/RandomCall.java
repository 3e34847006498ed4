package cloud.finfusion.internal.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a random call is given at its start. */
final class RandomCall implements RetryPlan {
  /** A source of permits, in the order in which they are asked. */
  enum Source {
    TOKEN,
    EARLY_CHECK,
    RATE,
    SLOT,
    CIRCUIT
  }

  final List<Source> sources = new ArrayList<>();
  final long startedAt;
  final long deadlineAt;
  final long reserve;
  final boolean joins;
  final boolean refreshable;
  final boolean repeatable;
  final int maxRetries;
  private final SplittableRandom random;

  RandomCall(SplittableRandom random) {
    this.random = random;
    for (Source each : Source.values()) {
      if (random.nextBoolean()) {
        sources.add(each);
      }
    }
    startedAt = random.nextInt(4) == 0 ? Long.MAX_VALUE - random.nextInt(9000) : random.nextLong();
    deadlineAt = startedAt + random.nextInt(1, 10_000);
    reserve = random.nextInt(3) == 0 ? random.nextInt(500) : 0;
    joins = random.nextInt(4) == 0;
    refreshable = random.nextBoolean();
    repeatable = random.nextBoolean();
    maxRetries = random.nextInt(5);
  }

  CallRules rules(RetryPlan plan) {
    return new CallRules(
        startedAt, deadlineAt, reserve, sources.size(), joins, joinsAfter(), refreshable, plan);
  }

  /** Nobody looks for an equal read before there is a token. */
  int joinsAfter() {
    return sources.contains(Source.TOKEN) ? 1 : 0;
  }

  @Override
  public long delay(AttemptResult result, int retries, long left) {
    boolean refused = result.status() == 429 || result.status() == 503;
    boolean open = result.sent() && (result.status() == 0 || result.mayBeDone());
    boolean mayRepeat = !result.sent() || refused || (open && repeatable);
    long delay = random.nextInt(3) == 0 ? random.nextInt(5000) : 100L << retries;
    boolean goesOn = mayRepeat && !result.isLocal() && retries < maxRetries && delay < left;
    return goesOn ? delay : NEVER;
  }

  @Override
  public boolean pay() {
    return random.nextInt(10) != 0;
  }
}
