package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;

/** A fault with a name that people see, the same as on the command line where that has one. */
public record NamedFault(String name, Fault fault) implements Fault {
  @Override
  public ResponseWriter apply(OperationWork work) {
    return fault.apply(work);
  }
}
