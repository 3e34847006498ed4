package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an instance knows, in numbers and times. */
class SeenChangesTest {
  private static final int SCHEDULES = 20_000;

  private final SeenChanges seen = new SeenChanges();

  /** Everything was dropped, and a check at this time found this change. */
  private SeenChanges at(long last, long time) {
    assertThat(seen.check(last, seen.number(), time)).isFalse();
    seen.restart(last, time);
    return seen;
  }

  @Test
  void nothingIsKnownBeforeTheFirstCheck() {
    assertThat(seen.knowsAllSince(Long.MIN_VALUE / 2)).isFalse();
    assertThat(seen.follows(7)).isFalse();
    assertThat(seen.check(7, seen.number(), 100)).isFalse();
  }

  @Test
  void afterACheckAllIsKnownUpToIt() {
    at(7, 100);

    assertThat(seen.knowsAllSince(100)).isTrue();
    assertThat(seen.knowsAllSince(101)).isFalse();
  }

  @Test
  void aMessageFollowsOnTheLastOne() {
    at(7, 100);

    assertThat(seen.follows(7)).isTrue();
    seen.know(9);
    assertThat(seen.follows(7)).isFalse();
    assertThat(seen.follows(9)).isTrue();
  }

  @Test
  void aCheckThatFindsWhatIsKnownConfirmsIt() {
    at(7, 100);

    assertThat(seen.check(7, 7, 200)).isTrue();

    assertThat(seen.knowsAllSince(200)).isTrue();
  }

  @Test
  void aMessageMayComeBeforeTheResponseToACheckThatFoundLess() {
    at(7, 100);
    seen.know(9);

    assertThat(seen.check(7, 7, 200)).isTrue();

    assertThat(seen.knowsAllSince(200)).isTrue();
  }

  @Test
  void aMessageMayComeAfterTheResponseToACheckThatFoundIt() {
    at(7, 100);

    assertThat(seen.check(9, 7, 200)).isTrue();
    assertThat(seen.knowsAllSince(200)).isFalse();
    seen.know(9);

    assertThat(seen.knowsAllSince(200)).isTrue();
  }

  @Test
  void aMessageThatDidNotComeBeforeTheNextCheckIsLost() {
    at(7, 100);
    assertThat(seen.check(9, 7, 200)).isTrue();

    assertThat(seen.check(9, 7, 300)).isFalse();
  }

  @Test
  void aNumberThatWentBackMeansThatChangesWereLost() {
    at(7, 100);

    assertThat(seen.check(6, 7, 200)).isFalse();
  }

  @Test
  void whatWasForgottenIsDroppedAtTheNextCheck() {
    at(7, 100);

    seen.forget();

    assertThat(seen.follows(7)).isFalse();
    assertThat(seen.check(7, seen.number(), 200)).isFalse();
    assertThat(seen.knowsAllSince(100)).isTrue();
  }

  /** Messages are lost, checks and messages overtake each other, Redis is flushed or fails over. */
  @Test
  void noScheduleLetsAnInstanceTrustWhatItMissed() {
    long seed = Long.getLong("seed", System.nanoTime());
    int trusted = 0;
    for (int i = 0; i < SCHEDULES; i++) {
      trusted += new ChangesSimulation(new Random(seed + i)).run("-Dseed=" + (seed + i));
    }
    assertThat(trusted).as("it is not always in doubt").isGreaterThan(SCHEDULES);
  }
}
