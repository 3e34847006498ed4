package cloud.finfusion.sandbox.internal.schema;

/** Which way a body goes, and so which required properties it may leave out. */
public enum Direction {
  REQUEST("readOnly"),
  RESPONSE("writeOnly");

  /** The keyword of the properties that do not travel this way. */
  final String absent;

  Direction(String absent) {
    this.absent = absent;
  }
}
