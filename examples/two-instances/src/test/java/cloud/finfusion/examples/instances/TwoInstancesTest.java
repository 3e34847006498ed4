package cloud.finfusion.examples.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example, with what it says. */
@Tag("slow") // stops a Redis and starts it again
class TwoInstancesTest {
  @Test
  void theInstancesShareWhileThereIsARedis() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TwoInstances.run(new PrintStream(bytes, true, UTF_8));

    assertThat(bytes.toString(UTF_8).lines())
        .startsWith("Cache: B reads Ada. A changes the name to Grace.")
        .containsSubsequence(
            "Webhook: the same event to A and to B: 200 and 200, handled by [A].",
            "Redis is stopped.",
            "Webhook: an event to A and to B: 500 and 500, handled by neither.",
            "Cache: not used, now that B cannot know what A changes.",
            "Redis is started again; nothing else is.",
            "       B reads Grace: what it cached was dropped.",
            "Webhook: the same event to A and to B: 200 and 200, handled by [A].")
        .anyMatch(line -> line.matches("Plan of 10 at once: A could make [5-9] requests, B [5-9]."))
        .anyMatch(
            line -> line.matches("Plan of 10 at once: A could make [23] requests, B [23], a .*"));
  }
}
