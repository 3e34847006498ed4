package cloud.finfusion.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the connection that carries an attempt. Written by the network interceptor, read
 * by any thread.
 */
final class AttemptConnection {
  private final Runnable dropIdle;
  private volatile boolean reused;
  private volatile @Nullable Runnable abandon;
  private volatile boolean responded;

  /** Starts without a connection. */
  AttemptConnection(Runnable dropIdle) {
    this.dropIdle = dropIdle;
  }

  /**
   * Called when there is a connection and the first byte is about to be written.
   *
   * @param usedBefore whether another exchange used it
   * @param abandonIt keeps other attempts from using it
   */
  void opened(boolean usedBefore, Runnable abandonIt) {
    reused = usedBefore;
    abandon = abandonIt;
  }

  /** Called when the response begins. */
  void responseBegins() {
    responded = true;
  }

  boolean isReused() {
    return reused;
  }

  boolean responseBegan() {
    return responded;
  }

  /** Keeps other attempts from using this connection, and drops idle ones, which may be as dead. */
  void abandon() {
    Runnable known = abandon;
    if (known != null) {
      known.run();
      dropIdle.run();
    }
  }
}
