package cloud.finfusion.benchmarks.peers;

/** What a call costs its caller: microseconds, microseconds of the thread's CPU time, bytes. */
record Cost(Spread wall, Spread cpu, Spread bytes) {}
