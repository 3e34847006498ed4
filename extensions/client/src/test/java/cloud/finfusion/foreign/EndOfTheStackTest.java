package cloud.finfusion.foreign;

import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.OtherJvm;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a JVM of its own, as a class whose loading runs out of stack is lost for all tests. */
@Tag("slow")
class EndOfTheStackTest {
  @ParameterizedTest
  @EnumSource
  @DisplayName("A3 calls made where a recursion ran out of stack end, and hold nothing afterwards")
  void afterARecursion(BlockingOrAsync mode) throws Exception {
    OtherJvm.run(List.of(), EndOfTheStack.class, mode.name());
  }
}
