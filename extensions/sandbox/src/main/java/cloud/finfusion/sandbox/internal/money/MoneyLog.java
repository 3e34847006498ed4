package cloud.finfusion.sandbox.internal.money;

/** Records the money that operations move. */
public interface MoneyLog {
  void charged(MoneyMovement movement);

  void refunded(MoneyMovement movement);

  void transferred(MoneyMovement movement);
}
