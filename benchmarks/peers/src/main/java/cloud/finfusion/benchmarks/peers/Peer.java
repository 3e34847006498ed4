package cloud.finfusion.benchmarks.peers;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A way to make the two calls that are compared. */
interface Peer {
  /** Creates a payment and returns what came. */
  Object create() throws Exception;

  /** Retrieves a payment and returns what came. */
  Object retrieve() throws Exception;

  /** One that holds no thread of the caller's, too. */
  interface Async extends Peer {
    /** Creates a payment; what came, or why not, goes to {@code done}. */
    void create(BiConsumer<@Nullable Object, @Nullable Throwable> done);
  }
}
