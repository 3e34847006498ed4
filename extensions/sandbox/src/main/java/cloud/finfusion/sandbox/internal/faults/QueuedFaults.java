package cloud.finfusion.sandbox.internal.faults;

/** Equal faults that apply to an operation's requests one after the other. */
public record QueuedFaults(String operation, String fault, int times) {}
