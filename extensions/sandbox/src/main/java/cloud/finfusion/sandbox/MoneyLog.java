package cloud.finfusion.sandbox;

/** Records the money that operations move. */
interface MoneyLog {
  void charged(MoneyMovement movement);

  void refunded(MoneyMovement movement);

  void transferred(MoneyMovement movement);
}
