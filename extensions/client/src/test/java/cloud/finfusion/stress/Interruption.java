package cloud.finfusion.stress;

/** An interrupt of the thread that makes this, as long as its call goes on. */
final class Interruption {
  private final Thread victim = Thread.currentThread();
  private boolean over;
  private boolean came;

  synchronized void interrupt() {
    if (!over) {
      came = true;
      victim.interrupt();
    }
  }

  /** The call is over: whether the interrupt came before. Clears the flag. */
  synchronized void over(Results results) {
    over = true;
    results.flag(came, Thread.interrupted());
  }
}
