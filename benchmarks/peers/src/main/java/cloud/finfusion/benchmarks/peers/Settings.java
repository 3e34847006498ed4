package cloud.finfusion.benchmarks.peers;

/**
 * How long to measure: {@code -Dbench.rounds=}, {@code -Dbench.calls=} of a block, {@code
 * -Dbench.inFlight=}.
 */
record Settings(int rounds, int calls, int inFlight) {
  static Settings ofProperties() {
    return new Settings(
        Integer.getInteger("bench.rounds", 100),
        Integer.getInteger("bench.calls", 200),
        Integer.getInteger("bench.inFlight", 64));
  }

  /** The same with longer blocks, for calls that are shorter. */
  Settings longer(int times) {
    return new Settings(rounds, calls * times, inFlight);
  }
}
