package cloud.finfusion.sandbox.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.testing.FakeClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is due on the clock is done once, in order, and before any later work. */
class ScheduleTest {
  private final FakeClock clock = new FakeClock();
  private final Schedule schedule = new Schedule(clock, Runnable::run);
  private final List<String> done = new ArrayList<>();

  @Test
  void workIsDoneOnceWhenItIsDueInTheOrderOfItsInstants() {
    add(3, "last");
    List.of("a", "b", "c", "d", "e").forEach(work -> add(1, work));
    add(9, "later");

    clock.advance(Duration.ofHours(1).minusNanos(1));
    schedule.runDue();
    assertThat(done).isEmpty();
    clock.advance(Duration.ofHours(3));
    schedule.runDue();
    schedule.runDue();

    assertThat(done).containsExactly("a", "b", "c", "d", "e", "last");
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofHours(5)).plusNanos(1));
  }

  @Test
  void laterWorkFindsDoneWhatWasDueBefore() {
    add(1, "due");
    clock.advance(Duration.ofHours(2));

    String found = schedule.exclusively(() -> String.join(" ", done));

    assertThat(found).isEqualTo("due");
  }

  @Test
  void workMayAddWorkThatIsDueAtOnce() {
    schedule.after(Duration.ofHours(1), () -> schedule.after(Duration.ZERO, () -> done.add("in")));
    clock.advance(Duration.ofHours(1));

    schedule.runDue();

    assertThat(done).containsExactly("in");
  }

  @Test
  void onARealClockWorkIsDoneWithoutARequest() {
    CompletableFuture<String> happened = new CompletableFuture<>();
    try (Schedule real = new Schedule(InstantSource.system(), Runnable::run)) {
      real.after(Duration.ofDays(1), () -> happened.complete("in a day"));
      real.after(Duration.ofMillis(20), () -> happened.complete("soon"));

      assertThat(happened.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("soon");
    }
  }

  @Test
  void aClosedScheduleDropsItsWork() {
    add(1, "before");
    schedule.close();
    add(1, "after");
    clock.advance(Duration.ofHours(2));

    schedule.runDue();

    assertThat(done).isEmpty();
    assertThat(schedule.next()).isEmpty();
  }

  private void add(int hours, String work) {
    schedule.after(Duration.ofHours(hours), () -> done.add(work));
  }
}
