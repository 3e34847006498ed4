package cloud.finfusion.examples.monitored;

/** When the next round of calls begins. */
interface Pace {
  /** Waits for the next full second; returns how many have passed since the start. */
  int awaitSecond() throws InterruptedException;
}
