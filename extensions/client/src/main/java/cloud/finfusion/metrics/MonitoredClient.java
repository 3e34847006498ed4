package cloud.finfusion.metrics;

/** A client as its reporters see it: what is not an event but a state. Thread-safe. */
public interface MonitoredClient {
  /** Returns the client's name, {@link Metrics.Builder#client}. */
  String name();

  /** Returns whether metrics are wanted by attempt, status, code and reason too. */
  boolean detailed();

  /** Returns the state of now. */
  ClientState state();
}
