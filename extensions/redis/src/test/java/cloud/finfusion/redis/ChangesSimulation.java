package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A Redis that numbers changes, and an instance that gets their messages and asks for the last
 * number, in an order by chance. Each step takes a microsecond.
 */
final class ChangesSimulation {
  private static final int STEPS = 60;

  private final Random random;
  private final SeenChanges seen = new SeenChanges();
  private final Queue<Sent> messages = new ArrayDeque<>();
  private final Queue<Asked> responses = new ArrayDeque<>();
  private final TreeSet<Long> missed =
      new TreeSet<>(); // when changes were made that are not dropped
  private long now = 1_000;
  private long last; // the number that Redis has; 0 for none
  private long replicated;
  private boolean listening;
  private int trusted;

  ChangesSimulation(Random random) {
    this.random = random;
  }

  /** A message on its way. */
  private record Sent(long before, long number, long at) {}

  /** A check whose response is on its way. */
  private record Asked(long last, long known, long at) {}

  /** Returns how often the instance trusted what it knew. */
  int run(String description) {
    for (int i = 0; i < STEPS; i++) {
      now++;
      step(random.nextInt(24));
      trusted += seen.knowsAllSince(now - 10) ? 1 : 0;
      assertThat(!missed.isEmpty() && seen.knowsAllSince(missed.first())).as(description).isFalse();
    }
    return trusted;
  }

  private void step(int chance) {
    switch (chance) {
      case 0, 1, 2, 3 -> change(listening);
      case 4 -> change(false); // its message is lost
      case 5, 6, 7, 8 -> ask();
      case 9 -> subscribe();
      case 10 -> last = 0; // flushed
      case 11 -> replicated = last;
      case 12 -> failOver();
      case 13, 14, 15, 16, 17 -> receive(messages.poll());
      default -> response(responses.poll());
    }
  }

  private long numbered() {
    last = last == 0 ? now : last;
    return last;
  }

  private void change(boolean arrives) {
    long before = numbered();
    last = Math.max(before + 1, now);
    missed.add(now);
    if (arrives) {
      messages.add(new Sent(before, last, now));
    }
  }

  private void ask() {
    if (listening) {
      responses.add(new Asked(numbered(), seen.number(), now));
    }
  }

  private void subscribe() {
    if (!listening) {
      seen.forget();
      listening = true;
    }
  }

  /** All connections break. */
  private void failOver() {
    last = replicated;
    messages.clear();
    responses.clear();
    listening = false;
  }

  private void receive(@Nullable Sent message) {
    if (message == null) {
      return;
    }
    if (seen.follows(message.before)) {
      missed.remove(message.at);
    } else {
      missed.clear();
    }
    seen.know(message.number);
  }

  private void response(@Nullable Asked asked) {
    if (asked != null && !seen.check(asked.last, asked.known, asked.at)) {
      missed.clear();
      seen.restart(asked.last, asked.at);
    }
  }
}
