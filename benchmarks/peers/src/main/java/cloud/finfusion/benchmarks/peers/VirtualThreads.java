package cloud.finfusion.benchmarks.peers;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Makes virtual threads, by reflection: this is compiled for Java 17. */
final class VirtualThreads {
  private VirtualThreads() {}

  /** Empty where this JVM has none. */
  static Optional<ThreadFactory> factory() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      return Optional.of((ThreadFactory) type.getMethod("factory").invoke(builder));
    } catch (ReflectiveOperationException older) {
      return Optional.empty();
    }
  }
}
