package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.loop.StopReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closing a client ends all its calls. */
class OpenCallsTest {
  @Test
  @DisplayName("A1 a call that cannot be stopped keeps no other from its end")
  void oneThatCannotBeStopped() {
    OpenCalls open = new OpenCalls();
    List<StopReason> stopped = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      open.enter(
          reason -> {
            stopped.add(reason);
            throw new OutOfMemoryError("test");
          });
    }

    open.close();

    assertThat(stopped).hasSize(5).containsOnly(StopReason.CLOSED);
  }
}
