package cloud.finfusion.metrics;

/**
 * What a caller's thread had when a batch, a bulk run or a wait started, as the span that is
 * current there. The calls of the run are made on other threads too, and find it there as well. See
 * {@link CallListener#runStarted}. Thread-safe; may be entered on several threads at once.
 */
@FunctionalInterface
public interface CallerContext {
  /** Has nothing to pass on. */
  CallerContext NONE = () -> () -> {};

  /** Makes it current on this thread, until the scope is closed there. */
  Scope enter();

  /** The time in which a context is current. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {
    /** Puts back what was current before. */
    @Override
    void close();
  }
}
