package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.testing.FakeTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for the end of a body runs once, in order, and never one task within another. */
class BodyEndTasksTest {
  private static final AttemptResult RESULT =
      new AttemptResult(200, true, false, false, false, null, null);
  private static final BodyEnd END = new BodyEnd(RESULT, RESULT, null, null);

  private final FakeTime time = FakeTime.standing();
  private final BodyEndTasks tasks =
      new BodyEndTasks(TestCalls.services(time), TestCalls.context(time));
  private final List<String> ran = new ArrayList<>();

  private void add(String name) {
    tasks.add(
        end -> {
          assertThat(end).isSameAs(END);
          ran.add(name);
        });
  }

  private void end() {
    tasks.bodyEnded(END);
    tasks.runAll();
  }

  @Test
  void nothingRunsWhileTheBodyIsOpen() {
    add("first");
    tasks.runAll();

    assertThat(tasks.end()).isNull();
    assertThat(ran).isEmpty();
  }

  @Test
  void eachRunsOnceInOrder() {
    add("first");
    add("second");

    end();
    tasks.runAll();

    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void whatComesAfterTheEndRunsAtOnce() {
    end();

    add("late");
    tasks.runAll();

    assertThat(ran).containsExactly("late");
  }

  @Test
  void whatATaskAddsRunsAfterIt() {
    tasks.add(
        end -> {
          add("added");
          tasks.runAll();
          ran.add("first");
        });

    end();

    assertThat(ran).containsExactly("first", "added");
  }

  @Test
  void whatATaskThrowsKeepsNoOtherFromRunning() {
    tasks.add(
        end -> {
          throw new StackOverflowError();
        });
    add("other");

    end();

    assertThat(ran).containsExactly("other");
  }
}
